import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { attribute, stanza } from '../../../cases/texts.ts';
import { corpusOf } from '../nodes.ts';

const CORPUS = corpusOf({
  'stanzas/call-offer.yaml': stanza(`attributes:\n  - ${attribute('id', 'string')}\n`, 'call-offer'),
  'stanzas/call-ack.yaml': stanza(
    `match: { attributes: [{ name: class, values: [call] }] }\nattributes:\n  - ${attribute('class', 'string', "observed_values: ['call', 'receipt']")}\n`,
    'call-ack',
  ).replace('tag: call', 'tag: ack'),
});

const classesOf = (log: string, isTrace: boolean): (string | undefined)[] =>
  sanitize(parse(log).stanzas, CORPUS, { isTrace }).stanzas.flatMap(({ root }) =>
    root.attributes.filter(({ name }) => name === 'class').map(({ value }) => value),
  );

const LOG = ['<call id="A-1"/>', '<ack id="A-1" class="receipt"/>', '<ack id="A-1" class="Alice"/>'].join(
  '\n',
);

it('in a trace a value stays that the stanza of its tag lists, where an id ties the record to the call', () => {
  assert.deepEqual(classesOf(LOG, true), ['receipt', 'TEXT-0001-synthetic']);
});

it('elsewhere it may be about a chat, and nothing of it stays', () => {
  const masked = ['TEXT-0001-synthetic', 'TEXT-0002-synthetic'];
  assert.deepEqual(classesOf(LOG, false), masked);
  assert.deepEqual(classesOf(LOG.replace('<call id="A-1"/>', '<call id="A-2"/>'), true), masked);
});
