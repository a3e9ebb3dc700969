/**
 * A fold whose content would be too long for its page has a link to the page with that content. Opening the fold brings
 * it here, before the link; where it cannot be had, there is the link.
 */
export function bringParts(): void {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || target.ariaBusy !== null) return;
      const link = target.querySelector<HTMLAnchorElement>(':scope > a[data-bring]');
      if (!link) return;
      target.ariaBusy = 'true';
      bringPart(link)
        .catch(() => undefined)
        .finally(() => {
          target.ariaBusy = null;
        });
    },
    true,
  );
}

/** @throws Error if the page cannot be read, or has no such part */
async function bringPart(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const at = link.hash === '' ? page : page.getElementById(decodeURIComponent(link.hash.slice(1)));
  const part = at?.querySelector('[data-brought]');
  if (!part) throw new Error(`${link.href} has no part to bring`);
  for (const one of part.querySelectorAll<HTMLAnchorElement>('a[href]'))
    one.href = new URL(one.getAttribute('href') ?? '', response.url).href;
  // What the fold only named is now there.
  for (const { id } of part.querySelectorAll('[id]')) document.getElementById(id)?.removeAttribute('id');
  await Promise.all([...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(bringSheet));
  link.before(part);
  delete link.dataset['bring'];
}

/** Has the page use a stylesheet, if it does not yet; done when it is applied. */
async function bringSheet(sheet: HTMLLinkElement): Promise<void> {
  const href = sheet.getAttribute('href') ?? '';
  if (document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const applied = new Promise((done, failed) => {
    link.addEventListener('load', done);
    link.addEventListener('error', failed);
  });
  document.head.append(link);
  await applied;
}

bringParts();
