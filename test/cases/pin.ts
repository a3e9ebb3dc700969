import type { CodeCases, Files } from './case.ts';
import { attribute, enumeration, flavor, PINNED, stanza } from './texts.ts';

const X = 'stanzas/call-x.yaml';
const HASH = '89abcdef0123456789abcdef0123456789abcdef';
const FLAVOR = { 'flavors/baileys.yaml': flavor('baileys', PINNED) };
const cites = (...sources: string[]): Files => ({
  [X]: stanza(
    `attributes:\n  - name: a\n    type: int\n    confidence: unknown\n    description: An attribute.\n    provenance:\n      sources:\n${sources.map((source) => `        - ${source}\n`).join('')}`,
  ),
  ...FLAVOR,
});

/** Sources that can be followed today, and lead elsewhere tomorrow. */
export const PIN_CASES: readonly CodeCases[] = [
  {
    code: 'source/line-form',
    accepts: [
      cites('baileys:src/a.ts#L7', 'baileys:src/a.ts#L7-L9', 'baileys:src/v2/a.ts', 'https://a.example/b:30'),
    ],
    rejects: [
      cites(
        '»baileys:src/a.ts:7',
        '»baileys:src/a.ts:7-9',
        '»baileys:src/a.ts:7:21',
        '»baileys:src/a.ts:L7-L9',
        '»baileys:src/a.ts(7)',
      ),
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', 'int', "disputes: [{ claim: No., sources: [»'baileys:a.ts:70'] }]")}\n`,
        ),
        'ledger.yaml': "names:\n  - { name: a, kind: tag, sources: [»'baileys:b.ts:9-7'] }\n",
        ...FLAVOR,
      },
    ],
  },
  {
    code: 'source/moving-branch',
    accepts: [
      cites(
        `https://github.com/a/b/blob/${HASH}/src/branch/main.ts#L1`,
        'https://github.com/a/b/blob/v1.4.0/a.ts',
        'https://github.com/a/b/issues/7',
        'https://github.com/a/b',
        `https://raw.githubusercontent.com/a/b/${HASH}/a.ts`,
        'https://raw.githubusercontent.com/a/b/refs/tags/beta/a.ts',
        `https://gitlab.com/a/b/c/-/raw/${HASH}/a.ts`,
        `https://codeberg.org/a/b/src/commit/${HASH}/a.ts`,
        'https://codeberg.org/a/b/src/tag/one/a.ts',
        'https://a.example/blog/tree/of/life',
      ),
      // What is only to be read may show what is there today.
      {
        [X]: stanza('references:\n  - { title: b, url: https://github.com/a/b/blob/main/a.md }\n'),
        'flavors/baileys.yaml': flavor('baileys', 'url: https://github.com/a/b/tree/main\n'),
      },
    ],
    rejects: [
      cites(
        '»https://github.com/a/b/blob/main/src/a.ts#L1-L9',
        '»https://github.com/a/b/tree/feature/calls',
        '»https://www.github.com/a/b/blame/HEAD/a.ts',
        '»https://raw.githubusercontent.com/a/b/master/a.ts',
        '»https://raw.githubusercontent.com/a/b/refs/heads/dev/a.ts',
        '»https://gitlab.com/a/b/c/-/blob/master/a.ts',
        '»https://git.a.example/a/b/-/tree/next',
        '»https://codeberg.org/a/b/src/branch/main/a.ts',
        '»https://forge.a.example/a/b/raw/branch/main/a.ts',
        '»https://bitbucket.org/a/b/src/master/a.ts',
        '»https://git.sr.ht/~a/b/tree/master/item/a.ts',
        '»https://cdn.jsdelivr.net/gh/a/b/a.js',
      ),
      {
        [X]: stanza(
          "open_questions:\n  - { id: q, question: What?, status: open, sources: [»'https://github.com/a/b/blob/main/a.ts'] }\n",
        ),
        'enums/colors.yaml': enumeration(['red']).replace(
          'A value.',
          "A value., provenance: { sources: [»'https://github.com/a/b/raw/develop/a.ts'] }",
        ),
      },
    ],
  },
  {
    code: 'source/short-commit',
    accepts: [
      {
        ...cites(`https://github.com/a/b/commit/${HASH}`),
        'flavors/other.yaml': flavor('other', `commit: '${HASH}${'0'.repeat(24)}'\n`),
      },
    ],
    rejects: [
      {
        [X]: stanza(),
        'flavors/one.yaml': flavor('one', "commit: »'89abcde'\n"),
        'flavors/two.yaml': flavor('two', `commit: »'${HASH.slice(1)}'\n`),
      },
      cites(
        '»https://github.com/a/b/blob/89abcdef/a.ts',
        '»https://github.com/a/b/commit/89abcde',
        '»https://codeberg.org/a/b/src/commit/89abcdef01/a.ts',
      ),
    ],
  },
];
