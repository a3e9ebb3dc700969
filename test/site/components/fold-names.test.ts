import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../../helpers/site/built-site.ts';
import { pageFiles } from '../../helpers/site/page-kinds.ts';

/** What a screen reader says of the folds of evidence, and of the links to what can be done about a fact or a step. */
function namesIn(html: string): string[] {
  const folds = [...html.matchAll(/<summary[^>]*>(.*?)<\/summary>/gs)].map(([, inside = '']) =>
    inside
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const links = [...html.matchAll(/<a ([^>]*)>(YAML|Report)<\/a>/g)].map(
    ([, attributes = '', text = '']) => /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? text,
  );
  // What would answer a question is below its text, in an item of its own.
  return [...folds, ...links].filter((name) => name !== 'What would answer it');
}

test('folds and links of flows and disputes say what they are about, each by a name of its own', async () => {
  const site = await builtSite();
  const files = (await pageFiles(site)).filter((file) => /^(?:flows\/.|disputes\/)/.test(file));
  let named = 0;
  for (const file of files) {
    const names = namesIn(await readFile(join(site, file), 'utf8'));
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
      file,
    );
    named += names.filter((name) => /^How we know: step \d+ \S|^YAML of step \d+ \S/.test(name)).length;
  }
  assert.ok(named > 40);
});
