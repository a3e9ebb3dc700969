import { addCopyButton } from '../page/copy-buttons.ts';

/**
 * A page that has no room for the other forms of its examples links to the page that has them. Its link brings the tabs of
 * the example here, with the first other form chosen. Where they cannot be had, it is followed.
 */
export function exampleForms(): void {
  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link =
      target instanceof Element
        ? target.closest<HTMLAnchorElement>('.examples .note > a[href*="/examples/#"]')
        : null;
    if (link === null || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (link.ariaBusy === 'true') return;
    link.ariaBusy = 'true';
    showForms(link).catch(() => {
      // Whoever comes back can try again.
      link.ariaBusy = null;
      location.assign(link.href);
    });
  });
}

/** @throws Error if the other page cannot be read, or has no forms of the example */
async function showForms(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const forms = page.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector('.forms');
  const note = link.closest('p');
  const code = note?.nextElementSibling;
  const xml = forms?.querySelector('.xml');
  const other = forms?.querySelector<HTMLInputElement>('input:not([checked])');
  if (!forms || !note || !code || !xml || !other) throw new Error(`${link.href} has no forms of the example`);
  // The names in the code of this page lead to its facts.
  xml.replaceChildren(code);
  note.replaceWith(forms);
  for (const block of forms.querySelectorAll(':scope > :not(.xml) > .snippet')) addCopyButton(block);
  other.checked = true;
  other.focus();
}

exampleForms();
