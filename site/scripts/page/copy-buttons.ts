/** Adds buttons that copy blocks of code and the addresses of facts. */
export function copyButtons(): void {
  // Outside a secure context there is no clipboard to write to.
  if (navigator.clipboard === undefined) return;
  for (const block of document.querySelectorAll('.snippet'))
    block.append(copyButton('Copy', () => block.querySelector('pre')?.textContent ?? ''));
  // A page has many facts, so the fold of each gets its button when it is opened.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const actions = target instanceof Element ? target.querySelector('.actions:not(:has(button))') : null;
      const self = actions?.closest('.facts tbody, .child')?.querySelector<HTMLAnchorElement>('a.self');
      if (actions === null || !self) return;
      actions.append(copyButton('Copy link', () => self.origin + self.pathname + self.hash));
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
