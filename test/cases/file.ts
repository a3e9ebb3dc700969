import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilePort } from '../../lib/corpus/ports/file-port.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import type { CodeCases } from './case.ts';
import { enumeration, stanza } from './texts.ts';

/** Runs on a real folder with a stanza, and whatever else is made in it. */
const inFolder = (make: (root: string, outside: string) => void) => (): readonly Finding[] => {
  const outside = mkdtempSync(join(tmpdir(), 'spec-'));
  const root = join(outside, 'spec');
  try {
    mkdirSync(join(root, 'stanzas'), { recursive: true });
    writeFileSync(join(root, 'stanzas/call-x.yaml'), stanza());
    make(root, outside);
    return validateSpec(nodeFiles(root, 'spec')).findings;
  } finally {
    rmSync(outside, { recursive: true });
  }
};

const unreadable =
  (paths: readonly string[], folders: readonly string[] = []) =>
  (): readonly Finding[] => {
    const files = memoryFiles({
      'stanzas/call-x.yaml': stanza(),
      'stanzas/call-y.yaml': stanza('', 'call-y'),
    });
    const broken: FilePort = {
      name: files.name,
      list(folder) {
        if (folders.includes(folder)) throw Object.assign(new Error('no access'), { code: 'EACCES' });
        return files.list(folder);
      },
      read(path) {
        if (paths.includes(path)) throw Object.assign(new Error('no access'), { code: 'EACCES' });
        return files.read(path);
      },
    };
    return validateSpec(broken).findings;
  };

export const FILE_CASES: readonly CodeCases[] = [
  {
    code: 'file/missing-folder',
    accepts: [{ 'stanzas/call-x.yaml': stanza() }],
    rejects: [
      { files: {}, at: ['spec/stanzas:1:1'] },
      { files: { 'enums/colors.yaml': enumeration(['red']) }, at: ['spec/stanzas:1:1'] },
    ],
  },
  {
    code: 'file/unknown-folder',
    accepts: [
      {
        'stanzas/call-x.yaml': stanza(),
        'schema/stanza.schema.json': '{}',
        'releases/digests.json': '{}',
        'README.md': 'About',
        '.cache/a.yaml': 'a: b',
      },
    ],
    rejects: [
      { files: { 'stanzas/call-x.yaml': stanza(), 'errata/a.yaml': 'a: b' }, at: ['spec/errata:1:1'] },
      {
        files: { 'stanzas/call-x.yaml': stanza(), 'one/a.yaml': 'a: b', 'two.yml': 'a: b' },
        at: ['spec/one:1:1', 'spec/two.yml:1:1'],
      },
    ],
  },
  {
    code: 'file/near-name',
    accepts: [{ 'stanzas/call-x.yaml': stanza(), 'enums/colors.yaml': enumeration(['red']) }],
    rejects: [
      {
        files: { 'stanzas/call-x.yaml': stanza(), 'enum/colors.yaml': enumeration(['red']) },
        at: ['spec/enum:1:1'],
      },
      {
        files: {
          'stanzas/call-x.yaml': stanza(),
          'flavours/a.yaml': 'id: a',
          'Flows/a.yaml': 'id: a',
          'glosary.yaml': 'terms: []',
          'tombstones.yml': 'tombstones: []',
          'stanzas/call-y.YAML': stanza('', 'call-y'),
        },
        at: [
          'spec/flavours:1:1',
          'spec/Flows:1:1',
          'spec/glosary.yaml:1:1',
          'spec/tombstones.yml:1:1',
          'spec/stanzas/call-y.YAML:1:1',
        ],
      },
    ],
  },
  {
    code: 'file/unreadable',
    accepts: [{ 'stanzas/call-x.yaml': stanza(), 'stanzas/notes.txt': 'not read' }],
    rejects: [
      { run: unreadable(['stanzas/call-x.yaml']), at: ['spec/stanzas/call-x.yaml:1:1'] },
      {
        run: unreadable(['stanzas/call-x.yaml', 'stanzas/call-y.yaml']),
        at: ['spec/stanzas/call-x.yaml:1:1', 'spec/stanzas/call-y.yaml:1:1'],
      },
      { run: unreadable([], ['enums']), at: ['spec/enums:1:1'] },
      {
        run: inFolder((root) => symlinkSync('/nowhere/at/all', join(root, 'stanzas/call-b.yaml'))),
        at: ['spec/stanzas/call-b.yaml:1:1'],
      },
      {
        files: { 'stanzas/call-x.yaml': stanza(), 'stanzas/folder.yaml/a.txt': '' },
        at: ['spec/stanzas/folder.yaml:1:1'],
      },
    ],
  },
  {
    code: 'file/outside',
    accepts: [
      {
        run: inFolder((root) => {
          writeFileSync(join(root, 'a.txt'), enumeration(['red']));
          mkdirSync(join(root, 'enums'));
          symlinkSync('../a.txt', join(root, 'enums/colors.yaml'));
        }),
      },
    ],
    rejects: [
      {
        run: inFolder((root, outside) => {
          writeFileSync(join(outside, 'secret'), stanza('', 'call-a'));
          symlinkSync('../../secret', join(root, 'stanzas/call-a.yaml'));
        }),
        at: ['spec/stanzas/call-a.yaml:1:1'],
      },
      {
        run: inFolder((root, outside) => {
          mkdirSync(join(outside, 'more'));
          symlinkSync('../more', join(root, 'enums'));
        }),
        at: ['spec/enums:1:1'],
      },
    ],
  },
];
