import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import {
  levelWords,
  type RequirementAspect,
  requirementsAbout,
} from '../../../lib/corpus/parts/requirements-about.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from './links.ts';
import type { Ref } from './ref.ts';

/** A page has room for the names of this many; of more, the number is given, with the page of their part. */
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
  links: Pick<Links, 'fact' | 'page'>,
  { mostNamed = MOST_NAMED, about }: { readonly mostNamed?: number; readonly about?: RequirementAspect } = {},
): Ref[] {
  const found = requirementsAbout(corpus, path, about);
  if (found.length <= mostNamed) return found.map((fact) => ({ text: nameOf(fact), href: links.fact(fact) }));
  return [...Map.groupBy(found, ({ owner }) => owner)].map(([part, rules]) => ({
    text: `${counted(rules.length, 'rule')} in ${corpus.definitions.part.get(part)?.data.code ?? part}`,
    href: links.page(`${pagePath('part', part)}#~requirements`),
  }));
}

const nameOf = ({ anchor, requirement }: Fact): string =>
  `${requirement?.actor ?? ''} ${levelWords(requirement?.level ?? '')}: ${anchor}`;
