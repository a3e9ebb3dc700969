import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import {
  levelWords,
  type RequirementAspect,
  requirementsAbout,
} from '../../../lib/corpus/parts/requirements-about.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from './links.ts';
import type { Ref } from './ref.ts';

/** A page has room for the names of this many; of more, the number is given, with a link to the first. */
const MOST_NAMED = 3;

/**
 * The requirements that speak of something: each with its actor, level and name, such as `reader must: is-answered`. Of
 * many, how many each part has.
 * @param path the path of a fact, or the id of a stanza
 * @param mostNamed of more than this, only the number is given
 * @param about what of it they speak of, if not of it as a whole
 */
export function rulesAbout(
  path: string,
  corpus: Corpus,
  links: Pick<Links, 'fact'>,
  { mostNamed = MOST_NAMED, about }: { readonly mostNamed?: number; readonly about?: RequirementAspect } = {},
): Ref[] {
  const found = requirementsAbout(corpus, path, about);
  if (found.length <= mostNamed) return found.map((fact) => ({ text: nameOf(fact), href: links.fact(fact) }));
  return [...Map.groupBy(found, ({ owner }) => owner)].map(([part, [first, ...more]]) => ({
    text: `${counted(more.length + 1, 'rule')} in ${corpus.definitions.part.get(part)?.data.code ?? part}`,
    href: first && links.fact(first),
  }));
}

const nameOf = ({ anchor, requirement }: Fact): string =>
  `${requirement?.actor ?? ''} ${levelWords(requirement?.level ?? '')}: ${anchor}`;

/** The part that is named as a stanza is, since it says how that one is used; in a list, empty without one. */
export function partNamedAs(id: string, corpus: Corpus, links: Pick<Links, 'definition'>): Ref[] {
  const part = corpus.definitions.part.get(id);
  return part === undefined
    ? []
    : [{ text: `${part.data.code} ${part.data.title}`, href: links.definition('part', id) }];
}
