import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { attribute, flavor, stanza } from '../../../cases/texts.ts';
import { publicationOf } from '../hostile.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const pinned = `repository: https://github.com/example/meow\ncommit: '${COMMIT}'\n`;
const opened = (source: string, how: string, commit = COMMIT): object => ({
  source,
  commit,
  digest: 'ab'.repeat(32),
  names: { reason: how, count: how, echo: how },
});

const SPEC = {
  'stanzas/call-x.yaml': stanza(`attributes:
  - ${attribute('reason', 'string', `delivered: { presence: always, provenance: { sources: ['meow:c.go#L5 reads'] } }, provenance: { sources: ['meow:a.go#L1 writes', 'purr:b.go#L2-L3 reads', 'meow:a.go names'] }`)}
  - ${attribute('count', 'int', `provenance: { sources: ['purr:b.go#L2-L3 reads', 'meow:late.go#L1'] }`)}
  - ${attribute('echo', 'int', `written_by: [server], provenance: { sources: ['purr:b.go#L2-L3 reads'] }`)}
`),
  'flavors/meow.yaml': flavor(
    'meow',
    `${pinned}unnamed: [{ place: 'c.go#L5', names: [reason], reason: A *helper* adds it }]\n`,
  ),
  'flavors/purr.yaml': flavor('purr', pinned),
};
const CHECKS = JSON.stringify({
  sources: [
    opened('meow:a.go', 'spelling'),
    opened('meow:a.go#L1', 'exact'),
    opened('meow:c.go#L5', 'no'),
    opened('purr:b.go#L2-L3', 'around 1'),
  ],
});

function filesOf(spec: Readonly<Record<string, string>>): ReadonlyMap<string, string | Uint8Array> {
  const files = publishedFiles({ ...publicationOf(spec), releases: [] });
  return new Map([...files].map(({ path, text }) => [path, text]));
}
const checked = filesOf({ ...SPEC, 'source-checks.json': CHECKS });
const unchecked = filesOf(SPEC);

// biome-ignore lint/suspicious/noExplicitAny: JSON of any form
const read = (files: ReadonlyMap<string, string | Uint8Array>, path: string): any =>
  JSON.parse(String(files.get(path)));
const factOf = (files: ReadonlyMap<string, string | Uint8Array>, path: string) =>
  read(files, 'stanzas/call-x.json').facts.find((one: { path: string }) => one.path === path);

describe('what opening the sources has shown', () => {
  it('is at each source, and at the fact if all of them name it', () => {
    const reason = factOf(checked, 'call-x:@reason');
    assert.deepEqual(
      reason.sources.map((one: { check: unknown }) => one.check),
      [
        { state: 'checked', commit: COMMIT, named: 'exact' },
        { state: 'checked', commit: COMMIT, named: 'around 1' },
        { state: 'checked', commit: COMMIT, named: 'spelling' },
      ],
    );
    // One of its leg does not name it.
    assert.equal(reason.evidence.checked, false);
    assert.equal(factOf(checked, 'call-x:@echo').evidence.checked, true);
    const { named, reason: why } = reason.delivered.sources[0].check;
    assert.deepEqual([named, why], ['no', 'A *helper* adds it']);
    const count = factOf(checked, 'call-x:@count');
    assert.deepEqual(count.sources[1].check, { state: 'not checked' });
    assert.equal(count.evidence.checked, false);
  });

  it('is not there where nobody has opened them', () => {
    const reason = factOf(unchecked, 'call-x:@reason');
    assert.ok(!('checked' in reason.evidence));
    assert.ok(!('check' in reason.sources[0]));
    assert.doesNotMatch(String(unchecked.get('stanzas/call-x.md')), /checked/);
    assert.ok(!('checks' in read(unchecked, 'coverage.json')));
  });

  it('is in Markdown in words', () => {
    const text = String(checked.get('stanzas/call-x.md'));
    assert.match(text, /meow:a\.go#L1 writes`\]\([^)]*\) \(checked at 0123456, names it\)/);
    assert.match(text, /purr:b\.go#L2-L3 reads`\]\([^)]*\) \(checked at 0123456, names it 1 line away\)/);
    assert.match(
      text,
      /meow:c\.go#L5 reads`\]\([^)]*\) \(checked at 0123456, does not name it: A \\\*helper\\\* adds it\)/,
    );
    assert.match(text, /meow:late\.go#L1`\]\([^)]*\) \(not checked\)/);
    assert.equal(text.match(/All sources in code were checked and name it/g)?.length, 1);
  });

  it('is counted by the coverage', () => {
    const { checks } = read(checked, 'coverage.json');
    assert.deepEqual(checks, { sources: 7, opened: 6, named: 5, explained: 1, facts: 1 });
    assert.match(
      String(checked.get('coverage.md')),
      /6 of 7 sources in code were opened: 5 name .*, and 1 do not/,
    );
  });
});

describe('what clients do', () => {
  it('follows from the words behind sources, those of legs included', () => {
    assert.deepEqual(factOf(checked, 'call-x:@reason').clients, {
      writes: ['meow'],
      reads: ['meow', 'purr'],
    });
    assert.deepEqual(factOf(checked, 'call-x:@count').clients, { reads: ['purr'], names: ['meow'] });
    const text = String(checked.get('stanzas/call-x.md'));
    assert.match(text, /Clients that write it: `meow`\n- Clients that read it: `meow`, `purr`/);
  });

  it('leads to a list of what is read and not written, except by the server', () => {
    assert.deepEqual(read(checked, 'coverage.json').unwritten, ['call-x:@count']);
    assert.match(
      String(checked.get('coverage.md')),
      /Facts that clients read and none writes\n\n`call-x:@count`/,
    );
  });

  it('does not change where a source leads', () => {
    const [{ url }] = factOf(checked, 'call-x:@reason').sources;
    assert.equal(url, `https://github.com/example/meow/blob/${COMMIT}/a.go#L1`);
  });
});

it('the JSON fits its published schemas', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true });
  for (const [path, text] of checked) if (path.startsWith('schema/')) ajv.addSchema(JSON.parse(String(text)));
  const coverage = JSON.parse(String(checked.get('schema/coverage.schema.json'))).$id;
  for (const path of ['stanzas/call-x.json', 'coverage.json']) {
    const data = read(checked, path);
    assert.ok(ajv.validate(data.$schema ?? coverage, data), `${path}: ${ajv.errorsText()}`);
  }
});
