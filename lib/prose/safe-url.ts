/**
 * The only gate for URLs from data. Returns the normalized URL if it is absolute, has exactly the scheme https, a host
 * and no user; otherwise undefined, and the URL is shown as text.
 */
export function safeUrl(text: string): string | undefined {
  // URL parsers drop tabs, line ends and surrounding spaces, so two readers could see different addresses.
  if (/[\s\p{Cc}\\]/u.test(text) || !text.startsWith('https://') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined;
  return url.href;
}
