import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { attribute, part, stanza } from '../../../cases/texts.ts';
import { bundle, X } from './bundle.ts';
import type { CompareCase } from './compare-case.ts';

/** A part with one requirement and these further keys of it. */
const requirement = (more = '', level = 'must'): Bundle =>
  bundle({
    [X]: stanza(`attributes: [${attribute('a', 'int')}]\n`),
    'relay/a-part.yaml': part(
      `requirements: [{ id: one, level: ${level}, actor: sender, subject: call-x, text: It is so., confidence: unknown${more} }]\n`,
    ),
  });

/** A part with a field of this length, as its release writes it. */
const field = (length: string): Bundle => {
  const of = requirement();
  return {
    ...of,
    facts: of.facts.map((fact) => (fact.part === undefined ? fact : { ...fact, part: { length } })),
  };
};

/** Changes of what a part says. */
export const PART_CASES: readonly CompareCase[] = [
  [
    'that a requirement speaks of the order of its subject',
    requirement(),
    requirement(', about: order'),
    ['part/a-part#one about not said to the order of its children: reworded'],
    'patch',
  ],
  [
    'that a requirement no longer speaks of the order only',
    requirement(', about: order'),
    requirement(),
    ['part/a-part#one about the order of its children to not said: reworded'],
    'patch',
  ],
  ['the same length in the words of an early release', field('1 bytes'), field('1 byte'), [], 'none'],
  [
    'another length',
    field('1 bytes'),
    field('2 bytes'),
    ['part/a-part#one length 1 byte to 2 bytes: narrowed'],
    'major',
  ],
  [
    'a requirement that binds less',
    requirement(),
    requirement('', 'should'),
    ['part/a-part#one level must to should: widened'],
    'major',
  ],
];
