import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecodeError } from '../../../../lib/capture/decode/decode-error.ts';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { node } from './parse-trees.ts';

const STANZA = `<call from="1@lid">
  <offer call-id="X">
    <audio rate="16000"/>
  </offer>
</call>`;
const WHOLE = node('call', { from: '1@lid' }, [
  node('offer', { 'call-id': 'X' }, [node('audio', { rate: '16000' })]),
]);

describe('parse: nothing is dropped silently', () => {
  it('does not show the text of a frame that cannot be decoded', async () => {
    const decodeBinary = await loadBinaryDecoder();
    const { problems } = parse('00f8046411fafc0141fc0c343931373031323334353637fc0141', { decodeBinary });
    assert.equal(problems.length, 1);
    assert.doesNotMatch(JSON.stringify(problems), /4917/);
    assert.match(problems[0]?.message ?? '', /could not be decoded/);
    const quoting = (): never => {
      throw new Error('JID_PAIR unknown server: 491701234567');
    };
    const ofQuoting = parse('00f8046411fafc0141', { decodeBinary: quoting }).problems;
    assert.equal(ofQuoting.length, 1);
    assert.doesNotMatch(JSON.stringify(ofQuoting), /4917/);
    assert.match(parse('00f8046411fafc0141').problems[0]?.hint ?? '', /loadBinaryDecoder\(\)/);
  });

  it('reads a stanza past the prefixes of its lines', () => {
    const lines = STANZA.split('\n');
    for (const prefix of [
      () => '> ',
      () => '> > ',
      () => '+',
      () => 'app-1  | ',
      (n: number) => `${n + 9}:`,
      (n: number) => `logs/a.txt${n === 0 ? ':' : '-'}${n + 99}${n === 0 ? ':' : '-'}`,
    ]) {
      const input = `noise\n${lines.map((line, n) => `${prefix(n)}${line}`).join('\n')}\n`;
      const { stanzas, problems } = parse(input);
      assert.deepEqual([problems, stanzas.map(({ root }) => root)], [[], [WHOLE]], input);
      assert.deepEqual([stanzas[0]?.line, stanzas[0]?.column], [2, prefix(0).length + 1]);
    }
    const times = '10:00:00.1 <a b="1"/>\n11:00:00.1 <a b="2"/>\n';
    assert.equal(parse(times).stanzas.length, 2);
  });

  it('reports where another line interrupts a stanza, and that its end closes nothing', () => {
    const { stanzas, problems } = parse(STANZA.replace('\n    <audio', '\nsomething else\n    <audio'));
    assert.ok(stanzas.length >= 1 && stanzas[0]?.broken === true);
    assert.deepEqual(problems[0]?.line, 3);
    assert.ok(problems.some(({ code }) => code === 'xml/nothing-to-close'));
    const value = parse('<call a="12\n34" b="1"/>');
    assert.ok(value.problems.length > 0);
  });

  it('reports values without quotes or in escaped ones', () => {
    for (const input of [
      '<call from=4917@lid id=1>',
      String.raw`<call from=\"4917@lid\"/>`,
      String.raw`{\"tag\":\"call\",\"attrs\":{}}`,
    ]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual([stanzas.length, problems.length], [0, 1], input);
      assert.match(problems[0]?.message ?? '', /quotes/);
    }
  });

  it('reads a node in a string of a record', () => {
    const inner = JSON.stringify({ tag: 'call', attrs: { from: '1@lid' } });
    const { stanzas, problems } = parse(JSON.stringify({ level: 20, msg: `recv xml ${inner}` }));
    assert.deepEqual(
      [problems, stanzas.map(({ root, form, direction }) => [root, form, direction])],
      [[], [[node('call', { from: '1@lid' }), 'json', 'incoming']]],
    );
    assert.equal(parse(JSON.stringify({ msg: inner.slice(0, -3) })).stanzas[0]?.root.cut, true);
  });

  it('takes line breaks that a copied record got for spaces', () => {
    const copied = STANZA.replaceAll('\n', '\\n').replaceAll('  ', '\\t');
    const { stanzas, problems } = parse(`xml: ${copied}`);
    assert.deepEqual([problems, stanzas.map(({ root }) => root)], [[], [WHOLE]]);
    assert.equal(parse(`x ${copied.slice(0, -20)}`).stanzas.length, 1);
  });

  it('detects form and direction of a line in a record of Docker', () => {
    const log = `10:00:00.0 [Client/Recv DEBUG] ${STANZA.replaceAll('\n', '')}\n`;
    const { stanzas } = parse(JSON.stringify({ log, stream: 'stdout', time: '2026-01-01T00:00:00Z' }));
    assert.deepEqual(
      stanzas.map(({ form, direction }) => [form, direction]),
      [['whatsmeow', 'incoming']],
    );
  });

  it('names the line that broke the decoder', () => {
    let broken = false;
    const decodeBinary = (): never => {
      const before = broken;
      broken = true;
      throw new DecodeError(before ? 'broken' : 'overflow');
    };
    const { problems } = parse('x\n00f8010203040506\nplain words\n00f8010203040507\n', { decodeBinary });
    assert.match(problems[1]?.hint ?? '', /line 2 broke/);
  });

  it('takes linear time', () => {
    for (const piece of [
      '> ',
      '+\n',
      'a|\n',
      '1:\n',
      '\\n',
      '\\',
      '>\\n',
      '{tag:',
      '"{tag:',
      '</a>',
      '<a b=1 ',
    ]) {
      const time = (size: number): number => {
        const start = performance.now();
        parse(piece.repeat(size / piece.length));
        return performance.now() - start;
      };
      time(20_000);
      const short = time(60_000);
      const long = time(240_000);
      assert.ok(long < 16 * short + 200, `${piece}: ${short} ${long}`);
    }
  });
});
