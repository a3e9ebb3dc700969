import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { groupChanges } from '../../../../lib/diff/changes/group-changes.ts';
import { attribute, sharedNode, stanza } from '../../../cases/texts.ts';
import { A, bundle, X } from './bundle.ts';

describe('grouping', () => {
  it('puts a bulk edit in one line, and a new stanza in one', () => {
    const names = Array.from({ length: 30 }, (_, i) => `a${i}`);
    const all = (confidence: string, id = 'call-x') =>
      stanza(
        `attributes:\n${names.map((name) => `  - ${attribute(name, 'int', '', confidence)}\n`).join('')}`,
        id,
      );
    const before = bundle({ [X]: all('unknown') });
    const after = bundle({ [X]: all('probable'), 'stanzas/call-y.yaml': all('unknown', 'call-y') });
    const sections = groupChanges(compare(before, after));
    assert.deepEqual(
      sections.map(({ title, count, groups }) => [title, count, groups.length]),
      [
        ['New definitions', 1, 1],
        ['Confidence raised', 30, 1],
      ],
    );
    assert.deepEqual(sections[0]?.groups[0]?.words, ['stanza: ', { data: 'Call X' }, ', 30 facts']);
  });

  it('counts the facts of a new shared node, also beside a stanza of the same id', () => {
    const before = bundle({ [X]: stanza() });
    const node = sharedNode(`attributes: [${A}]\n`, 'call-x', 'te');
    const after = bundle({ [X]: stanza(`attributes: [${A}]\n`), 'nodes/call-x.yaml': node });
    assert.deepEqual(
      groupChanges(compare(before, after)).map(({ title, groups }) => [title, groups]),
      [
        ['New definitions', [{ words: ['node: ', { data: 'Shared' }, ', 1 fact'], paths: ['node/call-x'] }]],
        ['New facts', [{ words: ['new, unknown'], paths: ['call-x:@a'] }]],
      ],
    );
  });
});
