/** What a place in code does with the thing that it is cited for; `names`: a constant, a type, a comment. */
const DOES = ['writes', 'reads', 'names'] as const;

export type Does = (typeof DOES)[number];

/** The meaning of a source string. */
export type SourceRef =
  | {
      readonly kind: 'flavor';
      readonly flavor: string;
      readonly path: string;
      readonly from: number | undefined;
      readonly to: number | undefined;
      /** undefined if the source does not say. */
      readonly does: Does | undefined;
    }
  /** `record`: which record of a trace, from 1; undefined of a whole capture. */
  | { readonly kind: 'capture'; readonly id: string; readonly record: number | undefined }
  | { readonly kind: 'issue'; readonly number: number }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'malformed'; readonly reason: string };

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The word behind a place in code. What is before it has a dot, a slash or lines; otherwise the text is a note. */
const WITH_WORD = new RegExp(`^(\\S*[./#]\\S*) (${DOES.join('|')})$`);

const WORD_AT_END = new RegExp(` (?:${DOES.join('|')})$`);

/** A place in code without the word behind it: several sources may name one place. */
export const placeOf = (source: string): string => source.replace(WORD_AT_END, '');

/** What was parsed: one source is asked for by rules, pages and files. */
const parsed = new Map<string, SourceRef>();
const MOST_PARSED = 50_000;

/**
 * Parses a source string: `<flavor>:<path>#L<from>-L<to>`, with or without `writes`, `reads` or `names` behind it;
 * `capture:<id>`, or `capture:<id>#<n>` of a record of a trace; `#12`, an https URL, or a note. Does not check
 * whether the flavor, capture or record exists.
 */
export function parseSource(text: string): SourceRef {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const ref = parse(text);
  parsed.set(text, ref);
  return ref;
}

function parse(text: string): SourceRef {
  if (/^#\d{1,9}$/.test(text)) return { kind: 'issue', number: Number(text.slice(1)) };
  if (text.startsWith('#')) return malformed('an issue is written as # and a number');
  if (/^https:\/\//i.test(text)) return { kind: 'url', url: text };
  if (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
    /^(?:javascript|data|vbscript|file|mailto|blob):/i.test(text)
  ) {
    return malformed('only https addresses are allowed');
  }
  const colon = text.indexOf(':');
  const head = text.slice(0, colon);
  const [, place, word] = WITH_WORD.exec(text.slice(colon + 1)) ?? [];
  const rest = place ?? text.slice(colon + 1);
  const does = DOES.find((one) => one === word);
  if (colon < 1 || !ID.test(head) || rest === '' || /\s/.test(rest)) return { kind: 'note', text };
  if (head === 'capture') {
    if (does !== undefined) return malformed('only a place in code writes, reads or names something');
    return parseCapture(rest);
  }
  return parsePlace(head, rest, does);
}

const malformed = (reason: string): SourceRef => ({ kind: 'malformed', reason });

function parseCapture(rest: string): SourceRef {
  const hash = rest.indexOf('#');
  const id = hash === -1 ? rest : rest.slice(0, hash);
  if (!ID.test(id)) return malformed('the id of a capture consists of letters, digits, . _ and -');
  if (hash === -1) return { kind: 'capture', id, record: undefined };
  const number = /^#([1-9]\d{0,3})$/.exec(rest.slice(hash));
  if (number === null) return malformed('a record of a trace is written as capture:<id>#<n>, counted from 1');
  return { kind: 'capture', id, record: Number(number[1]) };
}

function parsePlace(flavor: string, rest: string, does: Does | undefined): SourceRef {
  const hash = rest.indexOf('#');
  const path = hash === -1 ? rest : rest.slice(0, hash);
  const steps = path.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..') || path.includes('\\')) {
    return malformed('the path must start at the root of the repository, without . or .. in it');
  }
  if (hash === -1) return { kind: 'flavor', flavor, path, from: undefined, to: undefined, does };
  const lines = /^#L([1-9]\d{0,6})(?:-L([1-9]\d{0,6}))?$/.exec(rest.slice(hash));
  if (lines === null) return malformed('lines are written as #L<from> or #L<from>-L<to>');
  const from = Number(lines[1]);
  const to = lines[2] === undefined ? undefined : Number(lines[2]);
  if (to !== undefined && to < from) return malformed(`line ${to} comes before line ${from}`);
  return { kind: 'flavor', flavor, path, from, to, does };
}
