import type { CodeCases, Files } from './case.ts';
import { flavor, PINNED, stanza } from './texts.ts';

const COMMIT = /[0-9a-f]{40}/.exec(PINNED)?.[0] ?? '';
const OTHER = '1'.repeat(40);
const DIGEST = 'ab'.repeat(32);

/** A spec with an attribute `reason` that cites two places, and what was found when they were opened. */
const checked = (
  checks: readonly object[],
  sources = ['baileys:a.ts#L7', 'baileys:b.ts#L1-L2 reads'],
): Files => ({
  'stanzas/call-x.yaml': stanza(
    `attributes:\n  - name: reason\n    type: int\n    confidence: unknown\n    description: An attribute.\n    provenance:\n      sources:\n${sources.map((one) => `        - ${one}\n`).join('')}`,
  ),
  'flavors/baileys.yaml': flavor('baileys', PINNED),
  'source-checks.json': JSON.stringify({ sources: checks }),
});

const found = (source: string, how: string, commit = COMMIT): object => ({
  source,
  commit,
  digest: DIGEST,
  names: { reason: how },
});
const A = 'baileys:a.ts#L7';
const B = 'baileys:b.ts#L1-L2';
const BOTH = [found(A, 'exact'), found(B, 'around 3')];

const WITH_REASON = flavor(
  'baileys',
  `${PINNED}unnamed: [{ place: 'a.ts#L7', names: [reason], reason: Another function adds it. }]\n`,
);

/** The same with lines that cite a part, which were found at a commit. */
const citing = (commit: string, ...places: readonly string[]): Files => ({
  ...checked([]),
  'source-checks.json': JSON.stringify({
    parts: { receipts: places },
    searched: { baileys: commit },
    sources: BOTH,
  }),
});

// Nobody has begun to check.
const { 'source-checks.json': _, ...NEVER_CHECKED } = checked([]);

/** What opening the sources has shown. */
export const CHECK_CASES: readonly CodeCases[] = [
  {
    code: 'file/broken-checks',
    accepts: [checked(BOTH)],
    rejects: [
      { files: { ...checked(BOTH), 'source-checks.json': '{' }, at: ['spec/source-checks.json:1:1'] },
      { files: checked([...BOTH, found(A, 'exact')]), at: ['spec/source-checks.json:1:1'] },
      { files: checked([found(A, 'certainly')]), at: ['spec/source-checks.json:1:1'] },
      {
        files: checked([{ source: A, commit: COMMIT, problem: 'rain' }]),
        at: ['spec/source-checks.json:1:1'],
      },
      // Nobody can say which lines those are without the commit.
      {
        files: {
          ...citing(COMMIT, A),
          'source-checks.json': JSON.stringify({ parts: { x: [A] }, searched: {}, sources: BOTH }),
        },
        at: ['spec/source-checks.json:1:1'],
      },
    ],
  },
  {
    code: 'source/no-file',
    accepts: [checked(BOTH)],
    rejects: [
      checked([{ source: A, commit: COMMIT, problem: 'no file' }, found(B, 'exact')], [`»${A}`, B]),
      checked([{ source: A, commit: COMMIT, problem: 'not text' }, found(B, 'exact')], [B, `»${A} writes`]),
    ],
  },
  {
    code: 'source/no-lines',
    accepts: [checked(BOTH)],
    rejects: [
      checked([{ source: A, commit: COMMIT, problem: 'no lines' }, found(B, 'exact')], [`»${A}`, B]),
      checked([found(A, 'exact'), { source: B, commit: COMMIT, problem: 'no lines' }], [A, `»${B}`]),
    ],
  },
  {
    code: 'source/not-named',
    accepts: [
      checked(BOTH),
      checked([found(A, 'alias'), found(B, 'spelling')]),
      { ...checked([found(A, 'no'), found(B, 'exact')]), 'flavors/baileys.yaml': WITH_REASON },
    ],
    rejects: [
      checked([found(A, 'no'), found(B, 'exact')], [`»${A}`, B]),
      checked([found(A, 'exact'), found(B, 'no')], [A, `»${B} names`]),
      // The reason is about another place.
      {
        ...checked([found(A, 'exact'), found(B, 'no')], [A, `»${B}`]),
        'flavors/baileys.yaml': WITH_REASON,
      },
    ],
  },
  {
    code: 'source/not-checked',
    accepts: [checked(BOTH), NEVER_CHECKED],
    rejects: [
      { files: checked([found(A, 'exact')]), at: ['spec/flavors/baileys.yaml:1:5'] },
      // It was cited for something else then.
      {
        files: checked([found(A, 'exact'), { ...found(B, 'exact'), names: { other: 'exact' } }]),
        at: ['spec/flavors/baileys.yaml:1:5'],
      },
    ],
  },
  {
    code: 'source/check-outdated',
    accepts: [checked(BOTH)],
    rejects: [
      {
        files: checked([found(A, 'exact'), found(B, 'exact', OTHER)]),
        at: ['spec/flavors/baileys.yaml:3:9'],
      },
      {
        files: checked([found(A, 'no', OTHER), found(B, 'no', OTHER)]),
        at: ['spec/flavors/baileys.yaml:3:9'],
      },
    ],
  },
  {
    code: 'source/citation-outdated',
    accepts: [citing(COMMIT, A, B), checked(BOTH)],
    rejects: [
      { files: citing(OTHER, A), at: ['spec/flavors/baileys.yaml:3:9'] },
      { files: citing(OTHER, A, B), at: ['spec/flavors/baileys.yaml:3:9'] },
    ],
  },
];
