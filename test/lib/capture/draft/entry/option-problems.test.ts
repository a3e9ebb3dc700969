import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DraftOptions } from '../../../../../lib/capture/draft/entry/draft-options.ts';
import { optionProblems } from '../../../../../lib/capture/draft/entry/option-problems.ts';
import type { SharedNames } from '../../../../../lib/capture/share/shared-names.ts';
import { loadCorpus } from '../../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../../lib/corpus/ports/memory-files.ts';
import { enumeration, technique } from '../../../../cases/texts.ts';
import { minimalStanza } from '../../../../helpers/temp-spec.ts';

const CORPUS = loadCorpus(
  memoryFiles({
    'stanzas/buzz.yaml': minimalStanza('buzz').replace('tag: ping', 'tag: buzz'),
    'enums/tones.yaml': enumeration(['high', 'low'], 'tones'),
    'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
    'contributors/ada.yaml': 'id: ada\nname: Ada\ngithub: ada\n',
    'flavors/whatsmeow.yaml': 'id: whatsmeow\n',
  }),
).corpus;

const OPTIONS: DraftOptions = { technique: 'mitm-tls', kind: 'captured' };
const NOTHING: SharedNames = { keepNames: [], keepValues: [] };
const problems = (more: Partial<DraftOptions>, shared: Partial<SharedNames> = {}) =>
  optionProblems({ ...OPTIONS, ...more }, { ...NOTHING, ...shared }, CORPUS);

it('valid options have no problems', () => {
  assert.deepEqual(
    problems({
      client: 'official',
      contributor: 'ada',
      id: 'buzz-01',
      capturedAt: '2026-02-28',
      issue: '#7',
      title: 'A buzz',
      tools: ['tcpdump'],
    }),
    [],
  );
});

it('an unknown id is reported with a suggestion', () => {
  assert.deepEqual(problems({ technique: 'mitm-tsl' }), [
    { problem: 'unknown', field: 'technique', id: 'mitm-tsl', suggestion: 'mitm-tls' },
  ]);
  assert.deepEqual(problems({ contributor: 'zoe-with-a-long-name' }), [
    { problem: 'unknown', field: 'contributor', id: 'zoe-with-a-long-name', suggestion: undefined },
  ]);
});

it('ids, days and issues have their formats', () => {
  assert.deepEqual(
    problems({ id: 'a b', capturedAt: '2026-02-30', issue: 'seven' }).map(({ problem }) => problem),
    ['no-id', 'no-day', 'no-issue'],
  );
});

it('a synthetic stanza cannot add new names or values', () => {
  const shared = { keepNames: ['buzz', 'volume'], keepValues: ['tones=high', 'tones=shrill'] };
  assert.deepEqual(problems({}, shared), []);
  assert.deepEqual(problems({ kind: 'synthetic' }, shared), [
    { problem: 'new-in-synthetic', shared: 'value' },
    { problem: 'new-in-synthetic', shared: 'name' },
  ]);
  assert.deepEqual(problems({ kind: 'synthetic' }, { keepNames: ['buzz'], keepValues: ['tones=low'] }), []);
});
