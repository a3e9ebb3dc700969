import type { Corpus } from '../corpus/corpus.ts';
import { isWhole } from '../corpus/is-whole.ts';
import { finding, type Place } from '../findings/finding.ts';
import type { Rule } from '../rules/rule.ts';
import { definitionPath } from './definition-path.ts';
import { lostPaths } from './lost-paths.ts';
import type { ReadBundles } from './read-bundles.ts';

/**
 * The rule that no released path is lost, that a definition was moved from what can have become one, and that
 * every frozen bundle can be read.
 */
export function pathsKept({ name, bundles, broken }: ReadBundles): Rule {
  return {
    name: 'paths-kept',
    codes: ['path/lost', 'path/moved-from', 'path/bundle'],
    check(corpus, report) {
      for (const { file, reason } of broken) {
        report(finding('path/bundle', { reason }, { file, line: 1, column: 1 }));
      }
      for (const kind of ['stanza', 'enum'] as const) {
        for (const { id, data, source } of corpus.definitions[kind].values()) {
          for (const [i, former] of (data.moved_from ?? []).entries()) {
            // An attribute, a content, or a value.
            if (!/[@=]|[:/]text\(\)$/.test(former)) continue;
            report(finding('path/moved-from', { former, id }, source.place(['moved_from', i]), former));
          }
        }
      }
      // One that cannot be read may say what became of any path.
      if (!isWhole(corpus, ['stanza', 'enum', 'tombstones'])) return;
      // A definition that cannot be read has its own findings; it is not lost yet.
      const unread = new Set(
        [...corpus.broken].flatMap(([kind, ids]) => [...ids].map((id) => definitionPath(kind, id))),
      );
      for (const { path, version, owner } of lostPaths(corpus, bundles)) {
        if (unread.has(owner)) continue;
        report(finding('path/lost', { path, version }, placeOf(owner, corpus, name), path));
      }
    },
  };
}

function placeOf(owner: string, { definitions }: Corpus, name: string): Place {
  const entry = definitions.stanza.get(owner) ?? definitions.enum.get(owner);
  const [tombstones] = definitions.tombstones.values();
  const fallback = { file: name === '' ? 'tombstones.yaml' : `${name}/tombstones.yaml`, line: 1, column: 1 };
  return (entry ?? tombstones)?.source.place([]) ?? fallback;
}
