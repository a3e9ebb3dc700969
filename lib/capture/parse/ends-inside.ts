import type { EndedName, OpenEnd } from '../notation/open-end.ts';
import type { ParseReport } from './parse-report.ts';

/** Where a log ends although its last stanza does not. The tag and the name are as the log has them: they may be personal. */
export interface EndsInside extends OpenEnd {
  /** 1-based position of the end. */
  readonly line: number;
  readonly column: number;
}

/** The same without a tag or a name that may be personal. */
export type LogEnd = Omit<EndsInside, 'tag' | 'ended'> & {
  readonly tag: string | undefined;
  readonly ended?: { readonly kind: Exclude<EndedName['kind'], 'tag'>; readonly name: string | undefined };
};

/** Where the text of a report breaks off inside its last stanza; undefined if it does not. */
export function endsInside({ openEnd, text, input }: ParseReport): EndsInside | undefined {
  return openEnd === undefined ? undefined : { ...openEnd, ...input.place(text.trimEnd().length) };
}

/**
 * The same for everybody to read: a tag or the name of an attribute stays if the protocol has it, or one that begins so
 * where the log ends inside it.
 * @param names the tags and names that the protocol is known to have
 */
export function publicEnd({ tag, ended, line, column }: EndsInside, names: ReadonlySet<string>): LogEnd {
  const beginsOne = (text: string): boolean => [...names].some((name) => name.startsWith(text));
  if (ended === undefined || ended.kind === 'tag') {
    const isPart = ended !== undefined && !names.has(tag) && beginsOne(tag);
    return { tag: isPart ? `${tag}…` : names.has(tag) ? tag : undefined, line, column };
  }
  const { kind, name } = ended;
  const isShown = names.has(name) || (kind === 'attribute' && beginsOne(name));
  return {
    tag: names.has(tag) ? tag : undefined,
    ended: { kind, name: isShown ? name : undefined },
    line,
    column,
  };
}

/** Where a log breaks off and what to do about it, as sentences. */
export function endsInsideWords({ tag, ended, line, column }: LogEnd): string {
  const what = tag === undefined ? 'a tag' : `<${tag}>`;
  const where = ended === undefined ? '' : nameWords(ended);
  return `The log ends inside ${what}${where}, at line ${line}, column ${column}. Copy the complete stanza: what is missing cannot be checked.`;
}

function nameWords({ kind, name }: NonNullable<LogEnd['ended']>): string {
  switch (kind) {
    case 'attribute':
      return name === undefined ? ', in the name of an attribute' : `, in the attribute name ${name}`;
    case 'no-value':
      return `, before the value of ${name ?? 'an attribute'}`;
    default:
      return kind satisfies never;
  }
}
