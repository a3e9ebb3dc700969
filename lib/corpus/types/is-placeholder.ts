const WORD = /(?:^|[^A-Za-z0-9])[A-Z]{2,10}-\d{4,6}-synthetic(?:$|[^A-Za-z0-9])/;
const NUMBER = /^99\d{3,6}$/;
/** An account without its server. A JID is held against a pattern: of its server, something is said. */
const ACCOUNT = /^[A-Z]$/;
/** Blanked bytes in hex or base64: zeros with a number at the end. */
const BLANK = /^(?:(?:00){2,}[0-9a-f]{0,4}|A{6,}[A-Za-z0-9+/]{0,5}={0,2})$/;

/** Whether a value of a capture or an example has the form of a placeholder, and so says nothing of the real one. */
export const isPlaceholder = (value: string): boolean =>
  [WORD, NUMBER, ACCOUNT, BLANK].some((form) => form.test(value));
