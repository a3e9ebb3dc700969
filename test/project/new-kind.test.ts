import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { makeToyProduct, type ToyProduct } from './toy-kind.ts';

// What docs/architecture.md promises: a new kind costs a schema, one entry of the table of kinds, and a page.

const LAMP = `id: desk-lamp
title: Desk lamp
grade: product
summary: Blinks when somebody calls.
ports: [4660]
url: https://lamps.example/desk
provenance: { contributors: [ada], sources: ['a note on paper'] }
open_questions: ['Why does it hum?']
references: ['https://lamps.example/manual']
`;
const PUMP = `id: well-pump
title: Well pump
grade: prototype
summary: Pumps while a call lasts.
ports: []
`;

let product: ToyProduct;
const site = (path: string): Promise<string> => readFile(join(product.root, 'dist', path), 'utf8');
const json = async (path: string): Promise<Record<string, unknown>> => JSON.parse(await site(path));

describe('a kind with a schema, an entry of the table and a page', () => {
  before(async () => {
    product = await makeToyProduct();
    await product.write({
      'spec/spec.yaml': "title: Gadget calls\nversion: '1.0.0'\nrepository: https://github.com/owner/name\n",
      'spec/stanzas/ping.yaml': minimalStanza('ping'),
      'spec/lamps/desk-lamp.yaml': LAMP,
      'spec/pumps/well-pump.yaml': PUMP,
    });
    const { code, stdout, stderr } = await product.run('scripts/build.ts', '--out', 'dist');
    assert.equal(code, 0, stdout + stderr);
    assert.match(stderr + stdout, /1 stanza, 2 gadgets/);
  });
  after(() => product.remove());

  it('has a list, a page for each definition, and a place in the navigation', async () => {
    const list = await site('gadgets/index.html');
    assert.match(list, /<a href="\/base\/gadgets\/desk-lamp\/">Desk lamp<\/a>/);
    assert.match(list, /<th scope="col"[^>]*>What it does<\/th>/);
    assert.match(list, /Pumps while a call lasts\./);
    assert.match(list, /<td data-label="Open questions" class="number">1<\/td>/);
    assert.match(await site('gadgets/desk-lamp/index.html'), /Listens on 4660/);
    const overview = await site('index.html');
    assert.match(overview, /href="\/base\/gadgets\/"[^>]*>\s*Gadgets/);
    assert.match(overview, /<b>2<\/b> gadgets/);
    assert.match(await site('questions/index.html'), /Why does it hum\?/);
  });

  it('has JSON that fits its published schemas, and Markdown', async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const name of ['fact', 'question', 'gadget-twin', 'gadget-list-twin', 'spec-export']) {
      ajv.addSchema(await json(`schema/${name}.schema.json`));
    }
    for (const path of ['gadgets.json', 'gadgets/desk-lamp.json', 'gadgets/well-pump.json', 'spec.json']) {
      const data = await json(path);
      assert.ok(ajv.validate(String(data['$schema']), data), `${path}: ${ajv.errorsText()}`);
    }
    const [listed] = (await json('gadgets.json'))['entries'] as Record<string, unknown>[];
    assert.deepEqual(
      [listed?.['grade'], listed?.['summary'], listed?.['open_questions']],
      ['product', 'Blinks when somebody calls.', 1],
    );
    const lamp = await json('gadgets/desk-lamp.json');
    assert.equal(lamp['url'], 'https://gadgets.example/base/gadgets/desk-lamp/');
    assert.equal(lamp['home'], 'https://lamps.example/desk');
    assert.deepEqual(lamp['sources'], [{ text: 'a note on paper' }]);
    assert.match(String(lamp['yaml']), /\/lamps\/desk-lamp\.yaml$/);
    assert.match(String((await json('gadgets/well-pump.json'))['yaml']), /\/pumps\/well-pump\.yaml$/);
    const spec = await json('spec.json');
    assert.equal((spec['gadgets'] as unknown[]).length, 2);
    assert.equal((spec['counts'] as Record<string, number>)['gadget'], 2);

    assert.match(await site('gadgets.md'), /\| \[Desk lamp\]\(<[^>]+\/gadgets\/desk-lamp\/>\) \|/);
    const page = await site('gadgets/desk-lamp.md');
    assert.match(page, /^# Desk lamp\n\n- Id: `desk-lamp`\n- Grade: product\n/);
    assert.match(page, /^Blinks when somebody calls\.$/m);
    assert.match(page, /^## References$/m);
    assert.match(await site('llms.txt'), /^## Gadgets\n\n- \[Desk lamp\]/m);
    assert.match(await site('index.md'), /^- \[Gadgets\]\(<[^>]+\/gadgets\.md>\)$/m);
    assert.match(await site('data.md'), /gadgets\/<id>\.json/);
  });

  it('is found by search, listed in the sitemap, and has feeds', async () => {
    assert.match(await site('sitemap-0.xml'), /\/base\/gadgets\/well-pump\/</);
    assert.match(await site('gadgets/desk-lamp/feed.xml'), /<title>Desk lamp<\/title>/);
    assert.match(await site('gadgets/desk-lamp/index.html'), /href="\/base\/gadgets\/desk-lamp\/feed\.xml"/);
    await product.write({
      'search.ts': `import { openSearch } from './lib/search/open-search.ts';
import { readFileSync } from 'node:fs';
const search = await openSearch(async (name) => JSON.parse(readFileSync('dist/search/' + name, 'utf8')));
for (const { href } of (await search('well pump', 3)).hits) console.log(href);
`,
    });
    const { stdout, stderr } = await product.run('search.ts');
    assert.match(stdout, /\/base\/gadgets\/well-pump\//, stderr);
  });

  it('is validated: by its schema, by the rules, and across its folders', async () => {
    await product.write({
      'wrong/stanzas/ping.yaml': minimalStanza('ping'),
      'wrong/lamps/desk-lamp.yaml': LAMP.replace('grade: product', 'grade: good'),
      'wrong/lamps/well-pump.yaml': PUMP,
      'wrong/pumps/well-pump.yaml': PUMP,
      'wrong/pumps/other.yaml': PUMP.replace('id: well-pump', 'id: another'),
    });
    const { code, stdout } = await product.run('scripts/validate.ts', '--spec', 'wrong');
    assert.equal(code, 1);
    assert.match(stdout, /wrong\/lamps\/desk-lamp\.yaml:3:8/);
    assert.match(stdout, /wrong\/pumps\/well-pump\.yaml:1:/);
    assert.match(stdout, /wrong\/pumps\/other\.yaml:1:5/);
  });

  it('can be created in each of its folders', async () => {
    const unclear = await product.run('scripts/new-entry.ts', 'gadget', 'door-bell');
    assert.equal(unclear.code, 2);
    assert.match(unclear.stderr, /Add --folder lamps or --folder pumps/);
    const wrong = await product.run('scripts/new-entry.ts', 'gadget', 'door-bell', '--folder', 'doors');
    assert.equal(wrong.code, 2);
    const begun = await product.run('scripts/new-entry.ts', 'gadget', 'door-bell', '--folder', 'pumps');
    assert.equal(begun.stdout, 'spec/pumps/door-bell.yaml\n', begun.stderr);
    const { code, stdout } = await product.run('scripts/validate.ts');
    assert.equal(code, 0, stdout);
    assert.match(stdout, /pumps\/door-bell\.yaml.*\n?.*TODO/);
  });

  it('is compared, and keeps the URLs of its released definitions', async () => {
    // A folder of its own: a release writes into the changelog beside the spec.
    await product.write({
      'other/spec/spec.yaml': "title: Gadget calls\nversion: '1.0.0'\n",
      'other/spec/stanzas/ping.yaml': minimalStanza('ping'),
      'other/spec/lamps/desk-lamp.yaml': LAMP,
      'other/spec/pumps/well-pump.yaml': PUMP,
    });
    const spec = ['--spec', 'other/spec'];
    const released = await product.run('scripts/release.ts', '1.0.0', '--date', '2026-01-01', ...spec);
    assert.equal(released.code, 0, released.stderr);

    await rm(join(product.root, 'other/spec/pumps/well-pump.yaml'));
    const lost = await product.run('scripts/validate.ts', ...spec);
    assert.match(lost.stdout, /gadgets\/well-pump/);
    await product.write({
      'other/spec/pumps/desk-lamp.yaml': LAMP.replace('Blinks', 'Glows'),
      'other/spec/tombstones.yaml':
        "tombstones: [{ path: gadgets/well-pump, reason: It rusted., date: '2026-01-31' }]\n",
    });
    // It may go to another folder of its kind.
    await rm(join(product.root, 'other/spec/lamps/desk-lamp.yaml'));
    const { stdout } = await product.run('scripts/diff.ts', '1.0.0', 'spec', '--format', 'json', ...spec);
    const { changes } = JSON.parse(stdout) as { changes: { kind: string; path: string }[] };
    assert.deepEqual(changes.map(({ kind, path }) => `${kind} ${path}`).sort(), [
      'definition well-pump',
      'edited desk-lamp',
    ]);

    const built = await product.run('scripts/build.ts', '--out', 'dist', ...spec);
    assert.equal(built.code, 0, built.stdout + built.stderr);
    assert.match(await site('gadgets/well-pump/index.html'), /It rusted\./);
    assert.match(await site('gadgets/well-pump.md'), /was withdrawn/);
    assert.match(await site('gadgets/well-pump/feed.xml'), /was withdrawn/);
    assert.match(await site('gadgets/desk-lamp/index.html'), /Listens on 4660/);
  });
});
