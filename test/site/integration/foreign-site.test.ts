import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../../../lib/node/node-files.ts';
import { validateSpec } from '../../../lib/rules/validate-spec.ts';
import { everyRule } from '../../cases/case.ts';
import { buildOnce } from '../../helpers/site/build-once.ts';
import { filesIn } from '../../helpers/site/files-in.ts';
import { followLinks } from '../../helpers/site/follow-links.ts';

/** A corpus as another team keeps it: test/fixtures/README.md says what is unusual in it. */
const FOREIGN = fileURLToPath(new URL('../../fixtures/foreign', import.meta.url));

describe('the corpus of another team', () => {
  it('validates without errors, and is warned only of what a reader would miss or misjudge', () => {
    const files = nodeFiles(FOREIGN, 'spec');
    const { findings, corpus } = validateSpec(files, everyRule(files));
    assert.deepEqual(
      findings
        .filter(({ level }) => level !== 'note')
        .map(({ level, code, path }) => `${level} ${code} ${path}`),
      ['warning schema/unknown-key bell-go', 'warning evidence/too-high ring-start:@count'],
    );
    // Without a spec.yaml, its version is the latest that its definitions name.
    assert.equal(corpus.spec.version, '0.3.0');
  });

  describe('built', () => {
    let site = '';
    const words = async (path: string): Promise<string> =>
      (await readFile(join(site, path, 'index.html'), 'utf8')).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
    before(async () => {
      site = await buildOnce(FOREIGN);
    });
    after(() => rm(dirname(site), { recursive: true, force: true }));

    it('has a page for each definition, and no list of what it has none of', async () => {
      const files = await filesIn(site);
      for (const path of [
        'stanzas/ring-start',
        'stanzas/ring-stop',
        'enums/chimes',
        'flows/visitor',
        'flavors/bell-go',
        'flavors/bell-port',
        'techniques/cable-tap',
        'techniques/board-reading',
        'contributors/mara',
        'glossary',
      ])
        assert.ok(files.has(`${path}/index.html`), path);
      for (const path of ['nodes', 'types']) assert.ok(!files.has(`${path}/index.html`), path);
    });

    it('has no link or anchor that leads nowhere, and no page without a link to it', async () => {
      assert.deepEqual(await followLinks(site), { broken: [], unlinked: [] });
    });

    it('numbers the steps of a flow that have no ids', async () => {
      const html = await readFile(join(site, 'flows/visitor/index.html'), 'utf8');
      assert.deepEqual(
        [...html.matchAll(/<li id="(step-\d)"/g)].map(([, id]) => id),
        ['step-1', 'step-2', 'step-3'],
      );
      assert.doesNotMatch(html, /<p class="actions">\s*<\/p>/);
    });

    it('says no more than its authors did', async () => {
      const flow = await words('flows/visitor/');
      assert.match(flow, /Rated probable, higher than the evidence supports\./);
      assert.match(flow, /Inferred, not observed: rated speculative\./);
      // A plain question does not say that no capture can answer it.
      assert.doesNotMatch(flow, /needs research/);
      assert.match(await words('questions/'), /Nobody has said yet what would answer them\./);
      const overview = await words('');
      assert.match(overview, /may rate a fact higher or lower than its evidence supports/);
      assert.doesNotMatch(overview, /of the known tags/);
      assert.match(overview, /2 payload tags are documented/);
      assert.doesNotMatch(await words('report/'), /submit on GitHub/);
    });

    it('links people who have a page', async () => {
      const html = await readFile(join(site, 'flavors/bell-go/index.html'), 'utf8');
      assert.match(html, /Maintainer:<\/dt>\s*<dd><a href="\/contributors\/mara\/">/);
    });
  });
});
