import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedRecords } from '../capture/parse/stored-records.ts';
import { describeReplaced } from '../capture/sanitize/describe-replaced.ts';
import { sanitize } from '../capture/sanitize/sanitize.ts';
import type { CapturedStanza } from '../capture/tree/captured-node.ts';
import { sameNode } from '../capture/tree/same-node.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { finding, type Place } from '../findings/finding.ts';
import { clip } from '../text/clip.ts';
import type { Rule } from './parts/rule.ts';

/** Every record of a capture is one readable stanza, and sanitizing them again changes none. */
export const capturesSanitized = (
  decodeBinary: DecodeBinary | undefined,
  keepNames: readonly string[],
): Rule => ({
  name: 'captures-sanitized',
  codes: ['capture/unreadable', 'capture/tag', 'capture/not-sanitized'],
  check(corpus, report) {
    for (const entry of corpus.definitions.capture.values()) {
      const readable: { readonly at: Place; readonly stanza: CapturedStanza }[] = [];
      for (const { record, stanza } of storedRecords(entry.data, decodeBinary)) {
        const at = entry.source.place([...record.pointer, 'body']);
        if ('reason' in stanza) {
          report(finding('capture/unreadable', { reason: stanza.reason }, at, entry.id));
          continue;
        }
        readable.push({ at, stanza });
        const { stanza_tag } = entry.data;
        const { tag } = stanza.root;
        if (record.n === undefined && stanza_tag !== undefined && tag !== stanza_tag) {
          const place = entry.source.place(['stanza_tag']);
          report(finding('capture/tag', { tag: stanza_tag, actual: clip(tag, 60) }, place, entry.id));
        }
      }
      // The sanitizer keeps what the spec lists, so this cannot be decided while part of the spec is unreadable.
      if (!loadedCompletely(corpus, ['stanza', 'node', 'enum', 'type'])) continue;
      // As one input, like the log that they come from.
      const stanzas = readable.map(({ stanza }) => stanza);
      const { each } = sanitize(stanzas, corpus, { keepNames, isTrace: entry.data.trace !== undefined });
      for (const [i, { at, stanza }] of readable.entries()) {
        const again = each[i];
        if (again === undefined) continue;
        if ('stanza' in again && sameNode(again.stanza.root, stanza.root)) continue;
        const why = 'refused' in again ? again.refused : describeReplaced(again.replaced());
        report(finding('capture/not-sanitized', { kinds: why || 'the size of a content' }, at, entry.id));
      }
    }
  },
});
