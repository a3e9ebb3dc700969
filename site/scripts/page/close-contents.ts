/**
 * Closes the table of contents when a link in it is followed. On a narrow screen it is a sheet over the page, which
 * would otherwise stay open.
 */
export function closeContents(): void {
  const sheet = document.querySelector<HTMLElement>('.toc');
  sheet?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && sheet.matches(':popover-open'))
      sheet.hidePopover();
  });
}

closeContents();
