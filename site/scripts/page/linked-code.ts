/**
 * Code whose names lead to facts of the same page. Pointing at a name, or focusing it, shows the type and the
 * confidence of its fact, and lights its row; a row lights its names. A block can be copied with a button.
 * Nothing of it stands in the page: what is shown is read from the rows.
 */
const names = new Map<string, HTMLAnchorElement[]>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.code a[href^="#"]')) {
  const id = decodeURIComponent(link.hash.slice(1));
  names.set(id, [...(names.get(id) ?? []), link]);
}

const tip = document.createElement('div');
tip.id = '~tip';
tip.role = 'tooltip';
tip.hidden = true;
document.querySelector('main')?.append(tip);

let lit: string | undefined;
let described: Element | undefined;

function light(id: string | undefined): void {
  if (id === lit) return;
  for (const [one, on] of [
    [lit, false],
    [id, true],
  ] as const) {
    if (one === undefined) continue;
    for (const link of names.get(one) ?? []) link.classList.toggle('lit', on);
    document.getElementById(one)?.classList.toggle('lit', on);
  }
  lit = id;
}

function hide(): void {
  tip.hidden = true;
  described?.removeAttribute('aria-describedby');
  described = undefined;
}

function show(link: HTMLAnchorElement, row: Element): void {
  if (described === link) return;
  hide();
  const parts = row
    .querySelector(':scope > tr, :scope > .meta')
    ?.querySelectorAll('.type, .presence, div:first-child > dd, .conf');
  tip.replaceChildren(
    ...[...(parts ?? [])].flatMap(({ className, textContent }) => {
      const part = document.createElement('span');
      part.className = className === 'presence' ? '' : className;
      part.textContent = textContent;
      return [part, ' '];
    }),
  );
  if (tip.textContent.trim() === '') return;
  described = link;
  link.setAttribute('aria-describedby', tip.id);
  tip.hidden = false;
  // Below the name, without a gap, so that the pointer can move onto it; above where there is no room.
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const origin = (tip.offsetParent ?? document.body).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const above = at.bottom + height > innerHeight;
  tip.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) - origin.left}px`;
  tip.style.top = `${(above ? at.top - height : at.bottom) - origin.top}px`;
}

function point({ target }: Event): void {
  if (!(target instanceof Element) || tip.contains(target)) return;
  const link = target.closest<HTMLAnchorElement>('.code a[href^="#"]');
  const id =
    link === null
      ? target.closest('.facts tbody[id], .child[id]')?.id
      : decodeURIComponent(link.hash.slice(1));
  const row = id === undefined ? null : document.getElementById(id);
  light(id);
  if (link !== null && row !== null) show(link, row);
  else hide();
}

document.addEventListener('pointerover', point);
document.addEventListener('focusin', point);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});

// Outside a secure context there is no clipboard to write to.
if (navigator.clipboard !== undefined) {
  for (const block of document.querySelectorAll('.snippet'))
    block.append(copyButton('Copy', () => block.querySelector('pre')?.textContent ?? ''));
  // The fold of a fact gets its button when it is opened: a page has many.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const actions = target instanceof Element ? target.querySelector('.actions:not(:has(button))') : null;
      const self = actions?.closest('.facts tbody, .child')?.querySelector<HTMLAnchorElement>('a.self');
      if (actions === null || !self) return;
      actions.append(copyButton('Copy link', () => location.origin + location.pathname + self.hash));
    },
    true,
  );
}

function copyButton(words: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words;
  button.ariaLive = 'polite';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = words;
    }, 2000);
  });
  return button;
}
