/**
 * Closes the list of what is on a page once a link in it was followed. On a narrow screen the list is a sheet over the
 * page, which without this script stays open below the target of the link.
 */
export function closeContents(): void {
  const sheet = document.querySelector<HTMLElement>('.toc');
  sheet?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && sheet.matches(':popover-open'))
      sheet.hidePopover();
  });
}

closeContents();
