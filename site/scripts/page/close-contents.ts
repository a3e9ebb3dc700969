// On a narrow screen the list of what is on a page is a sheet over it. It stays below where its links lead to, so
// that it works without a script; with one it goes when it has been used.
const sheet = document.querySelector<HTMLElement>('.toc');
sheet?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a') && sheet.matches(':popover-open')) sheet.hidePopover();
});
