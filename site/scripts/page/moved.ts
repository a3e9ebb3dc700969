// A page that has moved sends its readers on by itself, and then the part of the address behind the # is lost. Here
// it is looked up first, among the parts that the page lists.
const anchor = decodeURIComponent(location.hash.slice(1));
const part = anchor === '' ? null : document.getElementById(anchor);
const link = part?.querySelector<HTMLAnchorElement>('a[href]');
if (document.querySelector('meta[http-equiv="refresh"]') !== null && link) location.replace(link.href);
