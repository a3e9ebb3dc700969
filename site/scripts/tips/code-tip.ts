/** What is shown beside a name in code. */
export interface CodeTip {
  readonly element: HTMLElement;
  /** Shows the type and the confidence of a fact beside a link to it. @param row the row or the section of the fact */
  show(link: HTMLAnchorElement, row: Element): void;
  /** Shows words beside a link, such as the definition of a term. */
  explain(link: HTMLAnchorElement, words: string): void;
  hide(): void;
}

/** Adds a tooltip to the page, hidden at first. @param id its own, by which what it explains names it */
export function codeTip(id = '~tip'): CodeTip {
  const tip = document.createElement('div');
  tip.id = id;
  tip.role = 'tooltip';
  tip.hidden = true;
  document.querySelector('main')?.append(tip);
  let described: Element | undefined;

  const hide = (): void => {
    tip.hidden = true;
    described?.removeAttribute('aria-describedby');
    described = undefined;
  };
  const show = (link: HTMLAnchorElement, row: Element): void => {
    if (described === link) return;
    hide();
    const parts = row
      .querySelector(':scope > tr, :scope > .meta')
      ?.querySelectorAll('.type, .legs, .refuted, div:first-child > dd, .conf');
    tip.replaceChildren(
      ...[...(parts ?? [])].flatMap(({ className, textContent }) => {
        const part = document.createElement('span');
        part.className = className;
        part.textContent = textContent;
        return [part, ' '];
      }),
    );
    if (tip.textContent.trim() !== '') open(link);
  };
  const open = (link: HTMLAnchorElement): void => {
    described = link;
    link.setAttribute('aria-describedby', tip.id);
    tip.hidden = false;
    placeAt(tip, link);
  };
  const explain = (link: HTMLAnchorElement, words: string): void => {
    if (described === link) return;
    hide();
    tip.textContent = words;
    open(link);
  };
  return { element: tip, show, explain, hide };
}

/** Puts the tooltip below a name, without a gap, so that the pointer can move onto it; above where there is no room. */
function placeAt(tip: HTMLElement, link: HTMLAnchorElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const origin = (tip.offsetParent ?? document.body).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const above = at.bottom + height > innerHeight;
  tip.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) - origin.left}px`;
  tip.style.top = `${(above ? at.top - height : at.bottom) - origin.top}px`;
}
