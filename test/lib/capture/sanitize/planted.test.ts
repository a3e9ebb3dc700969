import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAPTURE_FORMS } from '../../../../bench/capture-throughput.ts';
import { captureLog } from '../../../../bench/corpus/capture-log.ts';
import { seededRandom } from '../../../../bench/corpus/seeded-random.ts';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode, CapturedStanza } from '../../../../lib/capture/tree/captured-node.ts';
import { printJson } from '../../../../lib/capture/tree/print-json.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';
import { SPEC } from '../nodes.ts';
import { logOf, specNodes } from '../spec-nodes.ts';

const STANZAS = 80;
const decodeBinary = await loadBinaryDecoder();

/** Values that belong to somebody: accounts, ids of stanzas, keys, and addresses as bytes. */
function identifiers({ attributes, content, children }: CapturedNode): string[] {
  const values = attributes
    .filter(({ name }) => ['from', 'id', 'call-creator'].includes(name))
    .map(({ value }) => value.replace(/(?::\d+)?@.*$/, ''));
  const text = content?.kind === 'text' && content.text.length >= 12 ? [content.text] : [];
  const bytes = content?.kind === 'bytes' ? Buffer.from(content.bytes) : undefined;
  const raw =
    bytes === undefined
      ? []
      : [bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '').slice(0, -1)];
  return [...values, ...text, ...raw, ...children.flatMap(identifiers)];
}

const printed = (stanzas: readonly CapturedStanza[]): string =>
  stanzas.map(({ root }) => `${printXml(root)}\n${printJson(root)}`).join('\n');

for (const form of CAPTURE_FORMS) {
  test(`hundreds of identifiers in ${form} are all replaced, and nothing else is changed`, () => {
    const { stanzas, problems } = parse(captureLog(form, STANZAS), { form, decodeBinary });
    assert.deepEqual([stanzas.length, problems], [STANZAS, []]);
    const planted = new Set(stanzas.flatMap(({ root }) => identifiers(root)));
    assert.ok(planted.size >= 250, `${planted.size} identifiers`);
    const once = sanitize(stanzas, SPEC);
    assert.deepEqual(once.refused, []);
    const text = printed(once.stanzas);
    const left = [...planted].filter((one) => text.toLowerCase().includes(one.toLowerCase()));
    assert.deepEqual(left, []);
    const again = printed(sanitize(once.stanzas, SPEC).stanzas).split('\n');
    const changed = text.split('\n').filter((line, i) => line !== again[i]);
    assert.ok(changed.length <= again.length / 100, `${changed.length} of ${again.length} lines`);
  });
}

for (const form of CAPTURE_FORMS) {
  test(`at most one in 100 lines in ${form} without personal data is changed`, () => {
    const random = seededRandom(11);
    const nodes = [1, 2].flatMap(() => specNodes(SPEC, 'clean', random));
    const { stanzas, problems } = parse(logOf(form, nodes), { form, decodeBinary });
    assert.deepEqual([stanzas.length, problems], [nodes.length, []]);
    const before = stanzas.flatMap(({ root }) => printXml(root).trimEnd().split('\n'));
    const { stanzas: clean, refused } = sanitize(stanzas, SPEC);
    assert.deepEqual(refused, []);
    const after = clean.flatMap(({ root }) => printXml(root).trimEnd().split('\n'));
    assert.ok(before.length >= 300 && after.length === before.length, `${before.length} lines`);
    const changed = before.flatMap((line, i) => (line === after[i] ? [] : [`${line} -> ${after[i]}`]));
    assert.ok(changed.length <= before.length / 100, changed.join('\n'));
  });
}
