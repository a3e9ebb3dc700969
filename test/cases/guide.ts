import type { CodeCases, Files } from './case.ts';
import { attribute, flow, stanza } from './texts.ts';

const RING: Files = {
  'stanzas/ring.yaml': stanza(`attributes:\n  - ${attribute('id', 'string')}\n`, 'ring'),
  'flows/a-call.yaml': flow([
    'id: ring, from: caller, to: callee, stanza: ring',
    'id: end, from: callee, to: callee',
  ]),
  'glossary.yaml': 'terms:\n  - { term: LID, definition: An address. }\n',
};

/** A guide with one section of these keys. */
const guide = (section: string, more = ''): Files => ({
  ...RING,
  'guides/a-guide.yaml': `id: a-guide\ntitle: A guide\nstatus: draft\nsummary: It explains.\nsections:\n  - { id: one, title: One, ${section} }\n${more}`,
});
const walk = (rest: string): Files => guide(`walk: { ${rest} }`);

/** What guides say and name. */
export const GUIDE_CASES: readonly CodeCases[] = [
  {
    code: 'guide/duplicate-id',
    accepts: [guide('table: { facts: ["ring:@id"] }', '  - { id: two, title: Two }\n')],
    rejects: [
      guide('table: { facts: ["ring:@id"] }', '  - { id: »one, title: Two }\n'),
      guide(
        'table: { facts: ["ring:@id"] }',
        '  - { id: two, title: Two }\n  - { id: »two, title: Three }\n  - { id: »one, title: Four }\n',
      ),
    ],
  },
  {
    code: 'guide/link',
    accepts: [
      guide(
        'text: "[a](ring:@id) [b](flow/a-call#ring) [c](flows/a-call) [d](glossary#LID) [e](https://example.org/) [f](guides/a-guide) [g](ring)"',
      ),
    ],
    rejects: [
      guide('text: "It has »[an id](ring:@idd)."'),
      guide('text: "See »[it](glossary#PN)."'),
      guide('text: "[a](ring) »[b](flows/other)"'),
    ],
  },
  {
    code: 'guide/fact',
    accepts: [guide('table: { facts: ["ring:@id"] }')],
    rejects: [
      guide('table: { facts: [»"ring:@idd"] }'),
      guide('table: { facts: ["ring:@id", »ring, »"flow/a-call#other"] }'),
    ],
  },
  {
    code: 'guide/bare',
    accepts: [
      guide(
        `text: "It has [an id](ring:@id).\\n\\n- one [more](ring)\\n- and [again](ring)\\n\\n# A heading"`,
      ),
    ],
    rejects: [
      guide('text: »It rings.'),
      guide(`text: »"It has [an id](ring:@id).\\n\\n- one [more](ring)\\n- another"`),
    ],
  },
  {
    code: 'reference/flow',
    accepts: [walk('flow: a-call, as: caller')],
    rejects: [walk('flow: »a-cal, as: caller'), walk('flow: »ring, as: caller')],
  },
];
