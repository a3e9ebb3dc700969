import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedCapture } from '../capture/parse/stored-capture.ts';
import { describeReplaced } from '../capture/sanitize/describe-replaced.ts';
import { sanitize } from '../capture/sanitize/sanitize.ts';
import { sameNode } from '../capture/tree/same-node.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { finding } from '../findings/finding.ts';
import { clip } from '../text/clip.ts';
import type { Rule } from './parts/rule.ts';

/** Every capture is one readable stanza that does not change when it is sanitized again. */
export const capturesSanitized = (
  decodeBinary: DecodeBinary | undefined,
  keepNames: readonly string[],
): Rule => ({
  name: 'captures-sanitized',
  codes: ['capture/unreadable', 'capture/tag', 'capture/not-sanitized'],
  check(corpus, report) {
    for (const entry of corpus.definitions.capture.values()) {
      const at = entry.source.place(['raw', 'body']);
      const stanza = storedCapture(entry, decodeBinary);
      if ('reason' in stanza) {
        report(finding('capture/unreadable', { reason: stanza.reason }, at, entry.id));
        continue;
      }
      const { stanza_tag } = entry.data;
      const { tag } = stanza.root;
      if (tag !== stanza_tag) {
        const place = entry.source.place(['stanza_tag']);
        report(finding('capture/tag', { tag: stanza_tag, actual: clip(tag, 60) }, place, entry.id));
      }
      // The sanitizer keeps what the spec lists, so this cannot be decided while part of the spec is unreadable.
      if (!loadedCompletely(corpus, ['stanza', 'node', 'enum', 'type'])) continue;
      const { stanzas, replaced, refused } = sanitize([stanza], corpus, { keepNames });
      const [again] = stanzas;
      if (again !== undefined && sameNode(again.root, stanza.root)) continue;
      const kinds = describeReplaced(replaced) || refused[0]?.reason || 'the size of a content';
      report(finding('capture/not-sanitized', { kinds }, at, entry.id));
    }
  },
});
