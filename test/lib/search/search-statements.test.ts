import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { publicationOf } from '../../site/corpus-of.ts';
import { PART_FILES } from '../corpus/parts/part-files.ts';
import { ADDRESSES, ask } from './ask.ts';

test('a statement that is only Markdown is found at its anchor, as one without evidence', async () => {
  const { corpus } = publicationOf(PART_FILES).publication;
  const { hits } = await ask(searchFiles(corpus, ADDRESSES, []), 'must be found');
  const hit = hits.find(({ kind }) => kind === 'statement');
  assert.equal(hit?.href, '/part/call-end/#~s-4');
  assert.equal(hit?.path, 'part/call-end#~s-4');
  assert.equal(hit?.text, 'Without evidence. It MUST be found.');
});
