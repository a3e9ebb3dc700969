/** Adds buttons that copy blocks of code and the addresses of facts. */
export function copyButtons(): void {
  if (!canCopy()) return;
  for (const block of document.querySelectorAll('.snippet')) addCopyButton(block);
  // A page has many facts, so the fold of each gets its button when it is opened.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const actions = target instanceof Element ? target.querySelector('.actions:not(:has(button))') : null;
      const self = actions?.closest('.facts tbody, .child')?.querySelector<HTMLAnchorElement>('a.self');
      if (actions === null || !self) return;
      actions.append(
        copyButton('Copy link', self.textContent, () => self.origin + self.pathname + self.hash),
      );
    },
    true,
  );
}

/** Adds a button that copies a block of code, if there is a clipboard. */
export function addCopyButton(block: Element): void {
  if (!canCopy()) return;
  const code = block.querySelector('pre');
  const of = code?.role === 'group' ? code.ariaLabel : null;
  block.append(copyButton('Copy', of ?? titleAbove(block), () => code?.textContent ?? ''));
}

/** Outside a secure context there is no clipboard to write to. */
const canCopy = (): boolean => navigator.clipboard !== undefined;

/** The heading, or the fold, that a block of code comes under. */
function titleAbove(block: Element): string {
  const headings = [...document.querySelectorAll('main :is(h1, h2, h3, h4, .example > summary)')];
  const above = headings.findLast(
    (one) => one.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above?.textContent ?? '';
}

/** @param of what it copies, or of which fact, for readers who do not see what is beside it */
function copyButton(words: string, of: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  const object = document.createElement('span');
  object.className = 'vh';
  object.textContent = ` of ${of}`;
  button.type = 'button';
  button.className = 'copy';
  button.append(words, object);
  button.ariaLive = 'polite';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = 'Copied';
    setTimeout(() => button.replaceChildren(words, object), 2000);
  });
  return button;
}
