import { codeTip } from './code-tip.ts';

/**
 * Shows what a term of the glossary means beside the link to it: when it is pointed at, focused, or tapped for the first
 * time; the second tap follows the link. A page without room for the definitions has them read from the glossary.
 */
export function termTips(): void {
  if (document.querySelector('a.term') === null) return;
  const tip = codeTip('~term');
  let current: Element | undefined;
  const show = async (term: HTMLAnchorElement): Promise<void> => {
    const definition = await definitionOf(term);
    if (definition !== '' && term === current) tip.explain(term, definition);
  };
  const point = ({ target }: Event): void => {
    if (!(target instanceof Element) || tip.element.contains(target)) return;
    const term = target.closest<HTMLAnchorElement>('a.term') ?? undefined;
    current = term;
    if (term === undefined) tip.hide();
    else void show(term);
  };
  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', point);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tip.hide();
  });
  let read: Element | undefined;
  document.addEventListener('click', (event) => {
    const term = event.target instanceof Element ? event.target.closest('a.term') : null;
    // A finger cannot hover.
    if (term !== null && term !== read && event instanceof PointerEvent && event.pointerType === 'touch')
      event.preventDefault();
    read = term ?? undefined;
  });
}

const definitions = new WeakMap<HTMLAnchorElement, Promise<string>>();
/** The glossaries that were asked for, by their addresses. */
const glossaries = new Map<string, Promise<Document>>();

/** The definition of a term, which without a script is its title; empty if it cannot be had. */
function definitionOf(term: HTMLAnchorElement): Promise<string> {
  const { title, pathname, hash } = term;
  term.removeAttribute('title');
  const definition =
    definitions.get(term) ?? (title === '' ? readDefinition(pathname, hash) : Promise.resolve(title));
  definitions.set(term, definition);
  return definition;
}

async function readDefinition(path: string, hash: string): Promise<string> {
  const glossary = glossaries.get(path) ?? readGlossary(path);
  glossaries.set(path, glossary);
  try {
    const entry = (await glossary).getElementById(decodeURIComponent(hash.slice(1)));
    return entry?.querySelector('dd')?.textContent.trim() ?? '';
  } catch {
    return '';
  }
}

const readGlossary = async (path: string): Promise<Document> =>
  new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');

termTips();
