import type { CodeCases, Files } from './case.ts';
import { stanza } from './texts.ts';

/** A spec with these phases. */
const specWith = (phases: string): Files => ({
  'spec.yaml': `title: A spec\nversion: '1.0.0'\n${phases === '' ? '' : `phases: [${phases}]\n`}`,
});

const BEGIN = '{ id: begin, title: Begin }';
const END = '{ id: end, title: The end, summary: It ends., aside: true }';
const X = 'stanzas/call-x.yaml';

/** The phases that spec.yaml lists and stanzas name. */
export const PHASE_CASES: readonly CodeCases[] = [
  {
    code: 'phase/unknown',
    accepts: [{ ...specWith(`${BEGIN}, ${END}`), [X]: stanza('phase: end\norder: 1\n') }, { [X]: stanza() }],
    rejects: [
      { ...specWith(BEGIN), [X]: stanza('phase: »begins\n') },
      { ...specWith(''), [X]: stanza('phase: »begin\n') },
      { [X]: stanza('phase: »begin\n') },
    ],
  },
  {
    code: 'phase/missing',
    accepts: [
      { ...specWith(BEGIN), [X]: stanza('phase: begin\n') },
      { ...specWith(''), [X]: stanza() },
    ],
    rejects: [
      { ...specWith(BEGIN), [X]: stanza('', '»call-x') },
      {
        ...specWith(`${BEGIN}, ${END}`),
        [X]: stanza('phase: end\n'),
        'stanzas/call-y.yaml': stanza('', '»call-y'),
      },
    ],
  },
  {
    code: 'phase/duplicate-id',
    accepts: [{ ...specWith(`${BEGIN}, ${END}`), [X]: stanza('phase: begin\n') }],
    rejects: [
      {
        ...specWith('{ id: begin, title: Begin }, { id: »begin, title: Again }'),
        [X]: stanza('phase: begin\n'),
      },
      {
        ...specWith(`${END}, ${BEGIN}, { id: »begin, title: Begin }, { id: »begin, title: Once more }`),
        [X]: stanza('phase: end\n'),
      },
    ],
  },
];
