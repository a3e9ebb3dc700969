import { findLeaks, findLeaksInId, type LeakKind } from '../leaks/find-leaks.ts';
import type { DraftOptions } from './draft-options.ts';

/** What a person says of a capture, by the name of its option on the command line. */
export type OptionName = 'id' | 'title' | 'contributor' | 'captured-at' | 'issue' | 'tool';

/** The options that hold what must not stand in a spec, and what it looks like; never what it is. */
export function leaksInOptions({
  id = '',
  title = '',
  contributor = '',
  capturedAt = '',
  issue = '',
  tools = [],
}: Omit<DraftOptions, 'technique' | 'kind'>): { readonly option: OptionName; readonly kind: LeakKind }[] {
  const texts: readonly (readonly [OptionName, string])[] = [
    ['id', id],
    ['title', title],
    ['contributor', contributor],
    ['captured-at', capturedAt],
    ['issue', issue],
    ['tool', tools.join('\n')],
  ];
  return texts.flatMap(([option, text]) => {
    const [leak] = option === 'id' || option === 'contributor' ? findLeaksInId(text) : findLeaks(text);
    return leak === undefined ? [] : [{ option, kind: leak.kind }];
  });
}
