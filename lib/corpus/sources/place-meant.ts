/**
 * Line numbers as people and other tools write them: `:30`, `:30:12`, `:L30-40`, `#30`, `#L30:L40`, `#L30C5-L40C2`,
 * `(30)`.
 */
const LINES =
  /^([^#:()]+)(?::|#|\()(?:lines?[-=:]?)?L?([1-9]\d{0,6})(?:C\d{1,5}|:\d{1,5}(?![\d-]))?(?:(?:-|:|\.\.)L?([1-9]\d{0,6})(?:C\d{1,5})?)?\)?$/i;

/**
 * The correct form of a source whose line numbers are written in another form.
 * @param source such as whatsmeow:call.go:30
 * @returns such as whatsmeow:call.go#L30; undefined if it has no line numbers, or has them in the correct form, and of a
 *   record of a capture
 */
export function placeMeant(source: string): string | undefined {
  const colon = source.indexOf(':');
  // A capture has records, which no tool writes in another form.
  if (source.startsWith('capture:')) return undefined;
  const found = LINES.exec(source.slice(colon + 1));
  if (colon < 1 || found === null) return undefined;
  const [, path = '', first = '', second] = found;
  const [from, to] =
    second === undefined || Number(second) >= Number(first) ? [first, second] : [second, first];
  const meant = `${source.slice(0, colon)}:${path}#L${from}${to === undefined ? '' : `-L${to}`}`;
  return meant === source ? undefined : meant;
}
