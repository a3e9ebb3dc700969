import styles from '../../styles/search-box.css?inline';
import { SearchBox } from './search-box.ts';

/** How many results a dialog shows, and how many the page of the search. */
const IN_DIALOG = 30;
const IN_PAGE = 100;

/**
 * The search of the site. Without this script it is a link to the search page. With it, the link and the keys / and
 * Ctrl+K (Cmd+K) open a dialog; on the search page they focus its field.
 */
export class SiteSearch extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;
  #box: SearchBox | undefined;

  connectedCallback(): void {
    if (this.dataset['inline'] === undefined) this.#inHeader();
    else this.#inPage();
  }

  /** Moves the focus to the field. */
  open(): void {
    this.#box ??= this.#makeDialog();
    if (this.#dialog?.open === false) this.#dialog.showModal();
    this.#box.field.focus();
    this.#box.field.select();
  }

  #inHeader(): void {
    const link = this.querySelector('a');
    // A second link of a page opens the dialog of the header.
    const first = document.querySelector('site-search');
    if (first !== this && first instanceof SiteSearch) {
      link?.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        first.open();
      });
      return;
    }
    link?.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    const open = (event: Event): void => {
      event.preventDefault();
      const inline = document.querySelector('site-search[data-inline]');
      (inline instanceof SiteSearch ? inline : this).open();
    };
    link?.addEventListener('click', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) open(event);
    });
    document.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const combined = event.ctrlKey || event.metaKey;
      if (combined ? event.key.toLowerCase() === 'k' : event.key === '/' && !isField(event.target))
        open(event);
    });
  }

  #inPage(): void {
    adoptStyles();
    const box = new SearchBox({
      folder: this.dataset['folder'] ?? '',
      id: '~found-here',
      limit: IN_PAGE,
      onQuery: (query) =>
        history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`),
    });
    this.#box = box;
    this.append(box.element);
    const query = new URLSearchParams(location.search).get('q');
    if (query !== null) box.ask(query);
  }

  #makeDialog(): SearchBox {
    adoptStyles();
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', 'Search');
    const box = new SearchBox({
      folder: this.dataset['folder'] ?? '',
      id: '~found',
      limit: IN_DIALOG,
      onPick: () => dialog.close(),
      onClose: () => dialog.close(),
    });
    dialog.append(box.element);
    // A click outside the box closes it, and so does Escape, which in a search field would first clear it.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') keepFocus(dialog, event);
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    this.#dialog = dialog;
    this.append(dialog);
    return box;
  }
}

/** Adds the styles of the box, which pages do without until somebody searches. */
function adoptStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

/** Moves the focus around the ends of a dialog: behind its last element it would be nowhere in the page. */
function keepFocus(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const all = [...dialog.querySelectorAll<HTMLElement>('input, button, a[href]')].filter(
    ({ tabIndex }) => tabIndex >= 0,
  );
  const [end, begin] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== end) return;
  event.preventDefault();
  begin?.focus();
}

/** Whether an element takes text input. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}

customElements.define('site-search', SiteSearch);
