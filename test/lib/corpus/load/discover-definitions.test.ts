import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discoverDefinitions } from '../../../../lib/corpus/load/discover-definitions.ts';
import type { FilePort } from '../../../../lib/corpus/ports/file-port.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { MAX_BYTES } from '../../../../lib/source/decode.ts';

/** Files that may be listed, and not read. */
const unread = (files: Readonly<Record<string, string>>): FilePort => ({
  ...memoryFiles(files),
  read: (path) => assert.fail(`${path} was read`),
});

describe('discoverDefinitions', () => {
  it('lists the files of each kind in order, without reading them', () => {
    const { definitions, unreadable, absent, findings } = discoverDefinitions(
      unread({
        'stanzas/ring.yml': '',
        'stanzas/answer.yaml': '',
        'stanzas/.hidden.yaml': '',
        'stanzas/README.md': '',
        'enums/tones.yaml': '',
        'spec.yaml': '',
      }),
    );
    assert.deepEqual(definitions, [
      { kind: 'spec', id: 'spec', file: 'spec/spec.yaml', path: 'spec.yaml' },
      { kind: 'stanza', id: 'answer', file: 'spec/stanzas/answer.yaml', path: 'stanzas/answer.yaml' },
      { kind: 'stanza', id: 'ring', file: 'spec/stanzas/ring.yml', path: 'stanzas/ring.yml' },
      { kind: 'enum', id: 'tones', file: 'spec/enums/tones.yaml', path: 'enums/tones.yaml' },
    ]);
    assert.deepEqual([unreadable, findings], [[], []]);
    assert.ok(absent.has('flow') && !absent.has('stanza'));
  });

  it('lists unreadable files separately', () => {
    const files = unread({ 'stanzas/ring.yaml': '' });
    const { definitions, unreadable, findings } = discoverDefinitions({
      ...files,
      list: (folder) =>
        folder === 'stanzas'
          ? [
              { name: 'large.yaml', type: 'file', size: MAX_BYTES + 1 },
              { name: 'away.yaml', type: 'outside', size: 0 },
              { name: 'ring.yaml', type: 'file', size: 1 },
            ]
          : files.list(folder),
    });
    assert.deepEqual(
      [definitions, unreadable].map((list) => list.map(({ id }) => id)),
      [['ring'], ['away', 'large']],
    );
    assert.deepEqual(
      findings.map(({ code, file }) => `${file} ${code}`),
      ['spec/stanzas/away.yaml file/outside', 'spec/stanzas/large.yaml yaml/too-large'],
    );
  });
});
