import { copyButtons } from '../page/copy-buttons.ts';
import { codeTip } from './code-tip.ts';

/**
 * Code whose names link to facts of the same page. Pointing at a name, or focusing it, shows the type and the
 * confidence of its fact and highlights its row; a row highlights its names. The text of the tooltip is read from the
 * row, so that the page does not contain it twice.
 */
export function linkedCode(): void {
  const names = new Map<string, HTMLAnchorElement[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.code a[href^="#"]')) {
    const id = decodeURIComponent(link.hash.slice(1));
    names.set(id, [...(names.get(id) ?? []), link]);
  }
  const tip = codeTip();
  let lit: string | undefined;

  const light = (id: string | undefined): void => {
    if (id === lit) return;
    for (const [one, on] of [
      [lit, false],
      [id, true],
    ] as const) {
      if (one === undefined) continue;
      for (const link of names.get(one) ?? []) link.classList.toggle('lit', on);
      document.getElementById(one)?.classList.toggle('lit', on);
    }
    lit = id;
  };
  const point = ({ target }: Event): void => {
    if (!(target instanceof Element) || tip.element.contains(target)) return;
    const link = target.closest<HTMLAnchorElement>('.code a[href^="#"]');
    const id =
      link === null
        ? target.closest('.facts tbody[id], .child[id]')?.id
        : decodeURIComponent(link.hash.slice(1));
    const row = id === undefined ? null : document.getElementById(id);
    light(id);
    if (link !== null && row !== null) tip.show(link, row);
    else tip.hide();
  };

  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', point);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tip.hide();
  });
}

linkedCode();
copyButtons();
