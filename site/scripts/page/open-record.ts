/** Opens the stanza of the record of a trace that the address names. */
export function openRecord(): void {
  const record = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = record?.querySelector('details');
  if (record?.closest('.trace') && fold) fold.open = true;
}

openRecord();
addEventListener('hashchange', openRecord);
