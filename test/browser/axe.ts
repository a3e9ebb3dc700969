import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The script of axe-core, for `addInitScript`. */
export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface AxeQuestion {
  /** The rules that are asked; where nothing is said, all but contrast, and how large a target is too. */
  readonly rules?: readonly string[];
  /**
   * What is looked at: the page, the page without the frame that is the same on all, or the elements that a
   * script left in the page under the name `axeElements`.
   */
  readonly of: 'page' | 'content' | 'elements';
}

export interface AxeAnswer {
  /** A line for each thing that is wrong, three of a rule at most. */
  readonly wrong: readonly string[];
  /** Of `axeElements`, the indexes of those of which a rule was sure, whatever it said. */
  readonly sure: readonly number[];
}

/** What axe-core finds on the open page, with its current width and theme. */
export function axe(page: Page, { rules, of }: AxeQuestion): Promise<AxeAnswer> {
  return page.evaluate(
    async ({ rules, of }) => {
      interface Found {
        readonly id: string;
        readonly nodes: readonly { readonly target: readonly string[]; readonly element: Element }[];
      }
      const { axe: core, axeElements: elements = [] } = globalThis as unknown as {
        axe: { run: (context: object, options: object) => Promise<{ violations: Found[]; passes: Found[] }> };
        axeElements?: readonly Element[];
      };
      const contexts = {
        page: { include: [['html']] },
        content: { exclude: [['nav.side'], ['footer.site']] },
        elements: { include: elements },
      };
      const { violations, passes } = await core.run(contexts[of], {
        resultTypes: of === 'elements' ? ['violations', 'passes'] : ['violations'],
        elementRef: true,
        iframes: false,
        // Fetches the stylesheet again, for one rule; it is the same on all pages.
        preload: of === 'page',
        ...(rules === undefined
          ? { rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } } }
          : { runOnly: { type: 'rule', values: rules } }),
      });
      const answered = new Set(
        [...violations, ...passes].flatMap(({ nodes }) => nodes.map((node) => node.element)),
      );
      return {
        wrong: violations.flatMap(({ id, nodes }) =>
          nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`),
        ),
        sure: elements.flatMap((element, i) => (answered.has(element) ? [i] : [])),
      };
    },
    { rules, of },
  );
}
