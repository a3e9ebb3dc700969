/**
 * The one gate for web addresses from data: the address in its normal form when it is absolute, its scheme is
 * exactly https, it names a host and no user; undefined for everything else, which is then shown as text.
 */
export function safeUrl(text: string): string | undefined {
  // A URL parser drops tabs, line ends and surrounding blanks, so that two readers could see two addresses.
  if (/[\s\p{Cc}\\]/u.test(text) || !text.startsWith('https://') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined;
  return url.href;
}
