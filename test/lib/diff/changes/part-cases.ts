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
  [
    'a requirement that binds less',
    requirement(),
    requirement('', 'should'),
    ['part/a-part#one level must to should: widened'],
    'major',
  ],
];
