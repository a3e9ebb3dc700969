/**
 * Filters the open questions by a technique that the reader can use. Its state is in the query of the URL.
 * It is invisible until this script runs; without it all questions are shown, each with its techniques.
 */
export class QuestionFilter extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    const status = this.querySelector('[role="status"]');
    if (select === null || status === null) return;
    const questions = [...document.querySelectorAll<HTMLElement>('.reach .questions > li')];
    const sections = [...document.querySelectorAll<HTMLElement>('.reach, .reach > section')];
    const entries = [...document.querySelectorAll<HTMLAnchorElement>('.toc li > a')];
    const pages = [...document.querySelectorAll<HTMLAnchorElement>('.pages a')];
    const counts = [...document.querySelectorAll<HTMLElement>('[data-count]')];
    const open = questions.filter(({ dataset }) => dataset['open'] !== undefined).length;
    // A technique in the URL that the spec does not have, until the reader chooses another one.
    let unknown: string | undefined;

    const show = (): void => {
      const value = unknown ?? select.value;
      let shown = 0;
      for (const one of questions) {
        one.hidden = value !== '' && !(one.dataset['asks'] ?? '').split(' ').includes(value);
        if (!one.hidden) shown += 1;
      }
      for (const section of sections)
        section.hidden = section.querySelector('.questions > li:not([hidden])') === null;
      // What is not shown is nothing to go to.
      for (const entry of entries) {
        const section = document.getElementById(decodeURIComponent(entry.hash.slice(1)))?.closest('section');
        if (entry.parentElement !== null) entry.parentElement.hidden = section?.hidden === true;
      }
      for (const page of pages) page.search = value === '' ? '' : `?technique=${encodeURIComponent(value)}`;
      for (const count of counts) {
        const own = document.getElementById(count.dataset['count'] ?? '')?.closest('.reach');
        count.textContent = String(own?.querySelectorAll('.questions > li:not([hidden])').length ?? 0);
      }
      if (unknown !== undefined)
        status.textContent = `The spec has no technique '${unknown}', so no question is shown. Choose another.`;
      else
        status.textContent =
          value === ''
            ? ''
            : `${shown} of ${open} open questions${pages.length > 0 ? ' on this page' : ''} can be answered with ${nameOf(select)}.`;
    };
    const fromAddress = (): void => {
      const wanted = new URLSearchParams(location.search).get('technique') ?? '';
      select.value = wanted;
      unknown = select.selectedIndex === -1 ? wanted : undefined;
      if (unknown !== undefined) select.value = '';
      show();
    };

    select.addEventListener('input', () => {
      unknown = undefined;
      const query = select.value === '' ? '' : `?technique=${encodeURIComponent(select.value)}`;
      history.replaceState(null, '', `${location.pathname}${query}`);
      show();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', fromAddress);
    fromAddress();
  }
}

/** The name of the technique that is chosen, without the number behind it. */
const nameOf = (select: HTMLSelectElement): string =>
  (select.selectedOptions[0]?.text ?? '').replace(/ \(\d+\)$/, '');

customElements.define('question-filter', QuestionFilter);
