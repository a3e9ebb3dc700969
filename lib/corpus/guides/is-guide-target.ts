import { definitionAt } from '../../pages/page-path.ts';
import { factAt } from '../facts/fact-at.ts';
import { glossaryList } from '../lists/glossary-list.ts';
import type { Corpus } from '../model/corpus.ts';
import { stepAt } from '../steps/step-at.ts';

/** What a link to a term of the glossary begins with. */
export const GLOSSARY = 'glossary#';

/**
 * Whether a link of a guide leads somewhere in the spec: to a fact or a place of one, a step, a stanza, an enum or a
 * technique by its id, any definition by its page, such as flows/one-to-one, or a term of the glossary.
 */
export function isGuideTarget(corpus: Corpus, to: string): boolean {
  if (to.startsWith(GLOSSARY)) {
    const term = to.slice(GLOSSARY.length);
    return glossaryList(corpus).some((one) => one.term === term);
  }
  if (factAt(corpus, to) !== undefined || stepAt(corpus, to) !== undefined) return true;
  const { definitions } = corpus;
  if (definitions.stanza.has(to) || definitions.enum.has(to) || definitions.technique.has(to)) return true;
  const page = definitionAt(to);
  return page !== undefined && definitions[page.kind].has(page.id);
}
