const KEY = 'theme';

/** The choice of theme in the header, shown when this script runs. ThemeScript.astro applies a stored choice early. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (select === null) return;
    select.value = document.documentElement.dataset['theme'] ?? '';
    select.addEventListener('change', () => {
      const { value } = select;
      if (value === '') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = value;
      try {
        if (value === '') localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, value);
      } catch {
        // Without storage the choice applies to this page only.
      }
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
