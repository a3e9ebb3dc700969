import type { Page } from 'playwright-core';
import { axe } from './axe.ts';

/** On how many pages a look is checked if axe is never sure about it, such as that of a single character. */
const PATIENCE = 4;

/**
 * Runs in a page. Gathers its visible texts by everything that their contrast depends on: their color, size and weight,
 * and what is painted behind them. What is out of the flow may lie over anything, so it counts under its class.
 * The elements stay in the page.
 * @returns the looks that there are
 */
function gatherLooks(): string[] {
  const behind = new Map<Element | null, string | undefined>([[null, '']]);
  // Undefined where only a screen reader gets to it.
  const ground = (element: Element | null): string | undefined => {
    if (element === null || behind.has(element)) return behind.get(element);
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, clipPath, filter, mixBlendMode, opacity, position } = style;
    const own = [
      backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : backgroundColor,
      backgroundImage === 'none' ? '' : backgroundImage,
      filter === 'none' ? '' : filter,
      mixBlendMode === 'normal' ? '' : mixBlendMode,
      opacity === '1' ? '' : opacity,
      position === 'static' || position === 'relative' ? '' : `${position} ${element.className}`,
    ].filter((part) => part !== '');
    const around = ground(element.parentElement);
    const all =
      around === undefined || clipPath === 'inset(50%)'
        ? undefined
        : `${around}${own.length > 0 ? ` > ${own.join(' ')}` : ''}`;
    behind.set(element, all);
    return all;
  };
  const looks = new Map<string, Element[]>();
  const add = (element: Element): void => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
    const on = ground(element);
    if (on === undefined) return;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const off = element.closest(':disabled, [aria-disabled="true"]') === null ? '' : ', disabled,';
    const look = `${color} ${fontSize} ${fontWeight} ${textShadow}${off} on${on}`;
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, [element]);
    else alike.push(element);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || element === last || !/\S/.test(node.nodeValue ?? '')) continue;
    last = element;
    add(element);
  }
  for (const field of document.querySelectorAll('input, select, textarea')) add(field);
  Object.assign(globalThis, { looks });
  return [...looks.keys()];
}

/** Runs in a page. Passes the elements of some looks to axe, and returns the look of each. */
function choose(wanted: readonly string[]): string[] {
  const { looks } = globalThis as unknown as { looks: Map<string, Element[]> };
  const chosen = wanted.flatMap((look) => (looks.get(look) ?? []).map((element) => ({ look, element })));
  Object.assign(globalThis, { axeElements: chosen.map(({ element }) => element) });
  return chosen.map(({ look }) => look);
}

/**
 * Checks the contrast of each text with axe. It depends on the look alone, so a look is checked on the first page that
 * has it, and not again once axe was sure.
 * @returns a check of the open page, with its current theme and width: a line for each text with too little contrast
 */
export function askNewLooks(): (page: Page) => Promise<readonly string[]> {
  const known = new Set<string>();
  const asked = new Map<string, number>();
  return async (page) => {
    const fresh = (await page.evaluate(gatherLooks)).filter((look) => !known.has(look));
    if (fresh.length === 0) return [];
    const chosen = await page.evaluate(choose, fresh);
    const { wrong, sure } = await axe(page, { rules: ['color-contrast'], of: 'elements' });
    for (const i of sure) known.add(chosen[i] ?? '');
    for (const look of fresh) {
      const times = (asked.get(look) ?? 0) + 1;
      asked.set(look, times);
      if (times >= PATIENCE) known.add(look);
    }
    return wrong;
  };
}
