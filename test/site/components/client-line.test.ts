import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientLine } from '../../../site/components/client-line.ts';
import { html, markupOf } from '../../../site/html/html.ts';

const text = (...given: Parameters<typeof clientLine>): string =>
  markupOf(html`${clientLine(...given)}`).replace(/<[^>]*>/g, '');

describe('the clients of a fact', () => {
  const none = { writes: [], reads: [], names: [], described: [] };
  const clients = { ...none, writes: ['a', 'b', 'c', 'd', 'e'], reads: ['a', 'f'] };

  it('are all named, in one line', () => {
    assert.equal(text(clients), 'Writes: a, b, c, d, e · Reads: a, f');
    assert.equal(text({ ...none, reads: ['f'] }), 'Reads: f');
    assert.equal(clientLine(none), false);
  });

  it('are apart from what describes it without being an implementation', () => {
    assert.equal(
      text({ ...none, reads: ['f'], names: ['g'], described: ['notes'] }),
      'Reads: f · Names: g · Described by: notes',
    );
  });

  it('are counted after the first few where there is little room', () => {
    assert.equal(text(clients, 2), 'Writes: a, b +3 · Reads: a, f');
  });
});
