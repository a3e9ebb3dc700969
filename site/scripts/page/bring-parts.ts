/**
 * A fold whose content would be too long for its page has a link to the page with that content. Opening the fold brings
 * it here, before the link, with the stylesheet that it needs; where it cannot be had, there is the link.
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
  addEventListener('hashchange', openNamed);
  openNamed();
}

const idInAddress = (): string => decodeURIComponent(location.hash.slice(1));

/** Opens the fold that only names, in its summary, what the address leads to. */
function openNamed(): void {
  const fold = document.getElementById(idInAddress())?.closest('summary')?.parentElement;
  if (fold instanceof HTMLDetailsElement && fold.querySelector(':scope > a[data-bring]')) fold.open = true;
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
  if (link.dataset['sheet'] !== undefined) await applySheet(link.dataset['sheet']);
  // What the fold only named is now there.
  for (const { id } of part.querySelectorAll('[id]')) document.getElementById(id)?.removeAttribute('id');
  link.before(part);
  delete link.dataset['bring'];
  part.dispatchEvent(new Event('brought', { bubbles: true }));
  const isNamed = part.contains(document.getElementById(idInAddress()));
  if (isNamed) location.replace(location.hash);
}

/** Done when the stylesheet is applied. @throws Event if it cannot be loaded */
async function applySheet(href: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  const applied = new Promise((done, failed) => {
    sheet.addEventListener('load', done);
    sheet.addEventListener('error', failed);
  });
  document.head.append(sheet);
  await applied;
}

bringParts();
