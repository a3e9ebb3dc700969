import type { Corpus } from '../../corpus/model/corpus.ts';
import type { PartCitation } from '../../corpus/model/source-checks.ts';
import { permalink } from '../../corpus/sources/permalink.ts';
import { clip } from '../../text/clip.ts';
import { compareText } from '../../text/compare-text.ts';
import { clonesOf, commitIn, inClone } from './open-clones.ts';

/** A line of code that cites a part by its code. */
export interface CodeCitation extends PartCitation {
  readonly code: string;
  /** The id of the part. */
  readonly part: string;
  /** Its permalink, if the flavor names its repository. */
  readonly url: string | undefined;
  readonly text: string;
}

/** What was found, and the flavors that were searched: those with a clone that has their commit. */
export interface FoundCodes {
  readonly citations: readonly CodeCitation[];
  readonly searched: ReadonlySet<string>;
}

/** Files that describe code: the texts of a spec that defines the codes are in them. */
const TEXTS = /\.(?:md|mdx|rst|txt|html|ya?ml|json)$/i;

/** Longer lines are cut. */
const MOST = 120;

/**
 * Finds the codes of parts in the code of flavors, at the commit of each flavor. Their texts are no code.
 * @param folder the clones, as for `openClones`; a flavor without one is left out
 * @throws GitRefusal if git is missing
 */
export async function findCodes(corpus: Corpus, folder: string): Promise<FoundCodes> {
  const parts = new Map([...corpus.definitions.part.values()].map(({ id, data }) => [data.code, id]));
  const found: CodeCitation[] = [];
  const searched = new Set<string>();
  if (parts.size === 0) return { citations: found, searched };
  for (const { id: flavor, data } of corpus.definitions.flavor.values()) {
    for (const clone of clonesOf(folder, flavor, data.repository)) {
      const commit = data.commit === undefined ? undefined : await commitIn(clone, data.commit);
      if (commit === undefined) continue;
      searched.add(flavor);
      const output = await linesWithCodes(clone, commit, [...parts.keys()]);
      for (const line of output.split('\n')) {
        const [, path = '', number, text = ''] = /^[^:]+:([^\0]+)\0(\d+)\0(.*)$/s.exec(line) ?? [];
        if (number === undefined || TEXTS.test(path)) continue;
        for (const [code] of text.matchAll(/\b[A-Z]{3}-\d+\b/g)) {
          const part = parts.get(code);
          if (part === undefined) continue;
          const place = `${flavor}:${path}#L${number}`;
          const at = { place, flavor, commit: data.commit ?? commit };
          found.push({ code, part, ...at, url: permalink(place, corpus), text: clip(text.trim(), MOST) });
        }
      }
      break;
    }
  }
  return { citations: found.sort((a, b) => compareText(a.code, b.code)), searched };
}

/** What git prints of the lines; nothing if there are none, which git calls a failure. */
const linesWithCodes = (clone: string, commit: string, codes: readonly string[]): Promise<string> =>
  inClone(clone, [
    'grep',
    '-I',
    '-n',
    '-z',
    '--fixed-strings',
    '--word-regexp',
    ...codes.flatMap((code) => ['-e', code]),
    commit,
  ]).then(
    (output) => output.toString(),
    () => '',
  );
