import { fragment } from '../../../lib/pages/fragment.ts';
import stylesheet from '../../styles/cite.css?url';
import { citeDataOf, citedPath, citeLine } from './cite-line.ts';

/** Links of facts to themselves. A rule that only repeats the stanza of another has no fact of its own. */
const SELF = [
  ':is(.facts tbody, .child, .content, .choice) a.self',
  '.step-list > li > .number',
  '.answers .what[id] > .number',
].join(', ');
/** Links of facts of shared nodes and envelopes to where they are described. Their rows have the anchors of this page. */
const SHARED = '.facts > tbody[id] > tr > th > a:not(.self)';

/**
 * Adds a button to each fact of a page that copies a line to cite it, beside its confidence. The pages contain neither
 * the buttons nor their stylesheet: they are of no use without a script.
 */
export function citeFacts(): void {
  const cite = citeDataOf(document);
  // Outside a secure context there is no clipboard to write to.
  if (cite === undefined || navigator.clipboard === undefined) return;
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'vh';
  document.querySelector('main')?.append(status);

  const addButtons = (root: ParentNode): void => {
    for (const self of root.querySelectorAll<HTMLAnchorElement>(SELF)) {
      const confidence = confidenceOf(self);
      // A fact of another page is cited there; the page of its sources lies below its own.
      if (confidence === undefined || !location.pathname.startsWith(self.pathname)) continue;
      const line = citeLine(cite, self.hash, rating(confidence, self), self.origin + self.pathname);
      // At the end of the line, so that it covers none of what says how the fact is known.
      const end =
        confidence.closest('.evidence')?.lastChild ??
        confidence.parentElement?.querySelector(':scope > .by') ??
        confidence;
      end.after(citeButton(citedPath(cite, self.hash), line, status));
    }
    for (const shared of root.querySelectorAll<HTMLAnchorElement>(SHARED)) {
      const row = shared.closest('tbody');
      const confidence = row?.querySelector('.conf');
      if (row === null || confidence === null || confidence === undefined) continue;
      const at = fragment(row.id);
      const from = ownerOf(shared);
      const line = citeLine(cite, at, confidence.textContent, location.origin + location.pathname, from);
      confidence.after(citeButton(citedPath(cite, at), line, status));
    }
  };
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = stylesheet;
  // Not before it has its style, or every row would move twice.
  link.addEventListener('load', () => addButtons(document));
  link.addEventListener('error', () => addButtons(document));
  document.head.append(link);
  document.addEventListener('brought', ({ target }) => {
    if (target instanceof Element) addButtons(target);
  });
}

/** The id of the definition to whose page a link leads. */
const ownerOf = ({ pathname }: HTMLAnchorElement): string =>
  decodeURIComponent(pathname.replace(/\/$/, '').replace(/^.*\//, ''));

/** The mark that says how sure a fact is. In a table of rules, those of the stanza and its answer are below both. */
function confidenceOf(self: Element): Element | undefined {
  const grounds = [...(self.closest('.answers tbody')?.querySelectorAll('.grounds > div') ?? [])];
  const place =
    grounds.length === 0
      ? self.closest('tbody, li, .content, .choice, .child')
      : grounds.at(self.closest('th') === null ? -1 : 0);
  return place?.querySelector('.conf') ?? undefined;
}

/** How sure a fact of the page is, and whether somebody disputes it. What disputes a shared one may be about another place. */
function rating(confidence: Element, self: Element): string {
  const place = self.closest('tbody, li, .content, .choice, .child');
  const isOpen = place?.querySelector(
    ':scope:not(.child) .dispute:not(.resolved), :scope > .about .dispute:not(.resolved)',
  );
  return `${confidence.textContent}${isOpen ? ', disputed' : ''}`;
}

function citeButton(path: string, line: string, status: Element): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy cite';
  const say = (word: string): void => {
    button.textContent = word;
    button.ariaLabel = `${word} ${path}`;
  };
  say('Cite');
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(line).then(
      () => true,
      () => false,
    );
    say(isCopied ? 'Copied' : 'Not copied');
    status.textContent = isCopied ? `Copied: ${line}` : `The browser did not let the page copy: ${line}`;
    setTimeout(() => say('Cite'), 2000);
  });
  return button;
}

citeFacts();
