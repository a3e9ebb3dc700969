import type { Privacy, TypePlaceholder } from '../../schema/types.generated.ts';

/** A part of a value, or the text between two parts. */
export interface PartOfValue {
  readonly text: string;
  /** undefined for the text between parts, which the form itself says. */
  readonly privacy: Privacy | undefined;
}

/** How the values of a type are taken apart, or what is wrong with the form: at an offset, as a part of a sentence. */
export type PlaceholderForm =
  | { readonly split: (value: string) => readonly PartOfValue[] | undefined }
  | { readonly problem: string; readonly at: number };

/** A placeholder of the sanitizer; a part may have become one, and must be found again. */
const WORD = '[A-Z]{2,10}-[0-9]{4,6}-synthetic';

/** Reads the form of a placeholder, such as `{call}:{device}`. */
export function placeholderForm({ form, parts }: TypePlaceholder): PlaceholderForm {
  const privacy = new Map(parts.map((part) => [part.name, part.privacy]));
  const used = new Set<string>();
  const order: (Privacy | undefined)[] = [];
  let pattern = '';
  let lastPart = -3;
  // Split by a pattern with a group, so that every second text is the name of a part.
  const texts = form.split(/\{([^{}]*)\}/);
  let at = 0;
  for (const [i, text] of texts.entries()) {
    if (i % 2 === 0) {
      const brace = text.search(/[{}]/);
      if (brace !== -1) return { problem: 'this brace belongs to no part', at: at + brace };
      pattern += text === '' ? '' : `(${escaped(text)})`;
      if (text !== '') order.push(undefined);
      at += text.length;
      continue;
    }
    const of = privacy.get(text);
    if (of === undefined) return { problem: `parts do not say what '${text}' is`, at };
    if (used.has(text)) return { problem: `the part '${text}' is in it twice`, at };
    if (lastPart === i - 2 && texts[i - 1] === '') {
      return { problem: 'nothing is between two parts, so where the first ends is open', at };
    }
    used.add(text);
    lastPart = i;
    const next = texts[i + 1] ?? '';
    pattern += next === '' ? '(.+)' : `(${WORD}|[^${escaped(next.charAt(0))}]+)`;
    order.push(of);
    at += text.length + 2;
  }
  const missing = parts.find(({ name }) => !used.has(name));
  if (missing !== undefined) return { problem: `the part '${missing.name}' is not in it`, at: 0 };
  const whole = new RegExp(`^${pattern}$`, 's');
  return {
    split: (value) =>
      whole
        .exec(value)
        ?.slice(1)
        .map((text, i) => ({ text, privacy: order[i] })),
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
