import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readExampleLogs } from '../../../../lib/corpus/load/read-example-logs.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';

describe('example logs', () => {
  it('have their text at the end, so that lines keep their numbers', () => {
    const text = '# not the text\n\n<call/>\r\n# A title\n#\n# About it,\n# and more.\n';
    const files = memoryFiles({ 'logs/b.log': text, 'logs/a.log': '<call/>', 'logs/note.md': '# x' });
    assert.deepEqual(readExampleLogs(files), [
      { id: 'a', path: 'logs/a.log', title: 'a.log', about: '', log: '<call/>' },
      {
        id: 'b',
        path: 'logs/b.log',
        title: 'A title',
        about: 'About it,\nand more.',
        log: '# not the text\n\n<call/>',
      },
    ]);
  });

  it('may be missing, or too large', () => {
    assert.deepEqual(readExampleLogs(memoryFiles({})), []);
    const large = 'x'.repeat(300_000);
    assert.deepEqual(readExampleLogs(memoryFiles({ 'logs/a.log': large })), []);
  });
});
