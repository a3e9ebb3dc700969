import { weighEvidence } from '../evidence/evidence.ts';
import { namedBy } from '../evidence/rests-on.ts';
import { sortSources } from '../evidence/sort-sources.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { parseSource } from '../sources/source-ref.ts';

/**
 * The sources of a fact that show it in somebody's log of the connection, without being captures of the corpus: reports
 * on recordings, and issues and addresses that count for a technique on the wire.
 */
export function postedLogs(fact: Fact, corpus: Corpus): readonly string[] {
  const isWire = (id: string): boolean => corpus.techniques.get(id)?.channel === 'wire';
  // A technique with captures or reports of its own leaves issues and addresses to others.
  const { ofTechniques } = sortSources(namedBy(fact, corpus), corpus);
  const isOpen = weighEvidence(fact, corpus).served.some((id) => isWire(id) && !ofTechniques.has(id));
  return fact.provenance.sources.filter((text) => {
    const source = parseSource(text);
    if (source.kind === 'url' || source.kind === 'issue') return isOpen;
    const flavor = source.kind === 'flavor' ? corpus.definitions.flavor.get(source.flavor)?.data : undefined;
    return flavor?.kind === 'extract' && flavor.basis?.some(isWire) === true;
  });
}
