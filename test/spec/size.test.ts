import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageFiles } from '../helpers/site/page-kinds.ts';
import { liveSite } from './live-spec.ts';

const MOST_ELEMENTS = 3000;
const MOST_BYTES = 1_500_000;

// Beyond that a telephone lays a page out for seconds. What is longer is split, or led to.
test('no page has more than 3,000 elements or 1.5 MB', async () => {
  const site = await liveSite();
  const wrong: string[] = [];
  for (const name of await pageFiles(site)) {
    const page = await readFile(join(site, name), 'utf8');
    const markup = page.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '<script>');
    const elements = markup.match(/<[a-z]/g)?.length ?? 0;
    const bytes = Buffer.byteLength(page);
    if (elements > MOST_ELEMENTS || bytes > MOST_BYTES)
      wrong.push(`${name}: ${elements} elements, ${bytes} bytes`);
  }
  assert.deepEqual(wrong, []);
});
