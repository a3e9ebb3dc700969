import { addCopyButton } from '../page/copy-buttons.ts';

/**
 * A page that has no room for the other forms of its examples names the page that has them. The first choice of another
 * form brings those of the example here; where they cannot be had, that page is opened.
 */
export function exampleForms(): void {
  document.addEventListener('change', ({ target }) => {
    const forms = target instanceof Element ? target.closest('.forms') : null;
    const page = forms?.closest<HTMLElement>('[data-forms]')?.dataset['forms'];
    if (!forms || page === undefined || forms.ariaBusy === 'true' || forms.querySelector('.node')) return;
    const anchor = forms.closest('[id]')?.id ?? '';
    forms.ariaBusy = 'true';
    bringForms(forms, page, anchor)
      .catch(() => location.assign(`${page}#${encodeURIComponent(anchor)}`))
      .finally(() => {
        forms.ariaBusy = null;
      });
  });
}

/** @throws Error if the page cannot be read, or has no forms of the example */
async function bringForms(forms: Element, from: string, anchor: string): Promise<void> {
  const response = await fetch(from);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const others = page.getElementById(anchor)?.querySelectorAll('.forms > :is(.node, .typescript)');
  if (others === undefined || others.length === 0) throw new Error(`${from} has no forms of ${anchor}`);
  forms.append(...others);
  for (const block of forms.querySelectorAll(':scope > :not(.xml) > .snippet')) addCopyButton(block);
}

exampleForms();
