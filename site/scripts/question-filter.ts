/**
 * The filter of the open questions by the technique that a reader has. The query of the address holds its state.
 * It is hidden until this script runs; without it all questions are there, with the techniques that they ask for.
 */
class QuestionFilter extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    const status = this.querySelector('[role="status"]');
    if (select === null || status === null) return;
    const questions = [...document.querySelectorAll<HTMLElement>('.reach li[data-asks]')];
    const sections = [...document.querySelectorAll<HTMLElement>('.reach, .reach > section')];

    const show = (): void => {
      const { value } = select;
      let shown = 0;
      for (const one of questions) {
        one.hidden = value !== '' && !(one.dataset['asks'] ?? '').split(' ').includes(value);
        if (!one.hidden) shown += 1;
      }
      for (const section of sections)
        section.hidden = section.querySelector('li[data-asks]:not([hidden])') === null;
      status.textContent =
        value === '' ? '' : `${shown} of ${questions.length} questions could be settled with it.`;
    };
    const fromAddress = (): void => {
      select.value = new URLSearchParams(location.search).get('technique') ?? '';
      // A value that no option has would leave the choice blank, and nothing shown.
      if (select.selectedIndex === -1) select.value = '';
      show();
    };

    select.addEventListener('input', () => {
      const query = select.value === '' ? '' : `?technique=${encodeURIComponent(select.value)}`;
      history.replaceState(null, '', `${location.pathname}${query}`);
      show();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', fromAddress);
    fromAddress();
    this.hidden = false;
  }
}

customElements.define('question-filter', QuestionFilter);
