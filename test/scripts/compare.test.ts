import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { compare } from '../../scripts/compare.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const FLAVOR = `id: web
commit: 'abcdef0'
extracts:
  - path: a/x.json
    format: field-list
`;
const ATTRIBUTE = (required: string): string => `attributes:
  - name: id
    type: string
    required: ${required}
    confidence: speculative
    description: An id.
    provenance:
      techniques: [web-bundle-analysis]
      sources:
        - web:a/x.json#L1-L99
`;
const EXTRACT = JSON.stringify(
  {
    stanzas: [
      { stanzaType: 'ping', moduleName: 'Ping', attrs: [{ name: 'id', kind: 'string', required: false }] },
    ],
  },
  undefined,
  2,
);

describe('compare', () => {
  test('fails on what contradicts a cited source, in both formats, and on nothing else', async (t) => {
    const cwd = await tempFolder(t, {
      'spec/stanzas/ping-a.yaml': minimalStanza('ping-a', ATTRIBUTE('true')),
      'spec/flavors/web.yaml': FLAVOR,
      'clones/web/abcdef0/a/x.json': EXTRACT,
    });
    const run = async (...args: string[]): Promise<{ code: number; out: string }> => {
      const io = testIo({ cwd });
      return { code: await compare(['--clones', 'clones', ...args], io), out: io.stdout() };
    };
    const pretty = await run();
    assert.equal(pretty.code, 1);
    assert.match(pretty.out, /spec\/stanzas\/ping-a\.yaml:\d+:5 ping-a:@id\n.*here always; there sometimes/);
    const json = await run('--format', 'json');
    assert.equal(json.code, 1);
    const [one] = JSON.parse(json.out).contradictions;
    assert.deepEqual(
      [one.fact, one.place, one.origin, one.leg, one.at.file],
      ['ping-a:@id', 'web:a/x.json#L7-L11', 'Ping', 'sent', 'spec/stanzas/ping-a.yaml'],
    );
    writeFileSync(join(cwd, 'spec/stanzas/ping-a.yaml'), minimalStanza('ping-a', ATTRIBUTE('false')));
    assert.deepEqual(await run(), {
      code: 0,
      out: '1 agreement, no differences, no contradictions with cited sources.\n',
    });
    rmSync(join(cwd, 'clones/web'), { recursive: true });
    const away = await run();
    assert.equal(away.code, 1);
    assert.match(away.out, /^Not read \(1\):\nweb:a\/x\.json: not at hand\n/);
  });

  test('says which folder is missing', async (t) => {
    const cwd = await tempFolder(t, { 'spec/stanzas/ping-a.yaml': minimalStanza('ping-a') });
    const io = testIo({ cwd });
    await assert.rejects(compare([], io), /There is no --clones DIR/);
    await assert.rejects(compare(['--clones', 'nowhere'], io), /There is no folder nowhere/);
    mkdirSync(join(cwd, 'empty'));
    assert.equal(await compare(['--clones', 'empty'], io), 0);
  });
});
