import { findLeaks, findLeaksInId } from '../leaks/find-leaks.ts';

/** How long a shared name or value may be. */
const MAX_SHARED = 80;

/**
 * Why a name or a value must not be shared: it looks personal.
 * @returns a sentence that does not quote the text; undefined for a text that does not look personal
 */
export function withheldReason(text: string): string | undefined {
  const [leak] = [...findLeaks(text), ...findLeaksInId(text)];
  if (leak !== undefined) return `It looks like ${leak.kind}.`;
  if (text.includes('@')) return 'It looks like a personal account.';
  if (/\d{5}/.test(text) || text.replace(/\D/g, '').length > 6) {
    return 'It contains a long number, like a phone number or an id.';
  }
  if (/(?:^|[_.:,/+-])(?=[a-f]*\d)[0-9a-f]{8,}(?:$|[_.:,/+-])/i.test(text)) {
    return 'It looks like a hexadecimal value.';
  }
  return text.length > MAX_SHARED ? `It is longer than ${MAX_SHARED} characters.` : undefined;
}
