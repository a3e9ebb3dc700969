import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecodeError } from '../../../../lib/capture/decode/decode-error.ts';
import { type DecodeBinary, parse } from '../../../../lib/capture/parse/parse.ts';
import { PROBLEM_CODES } from '../../../../lib/capture/problems/problem-codes.ts';

const codesOf = (input: string | Uint8Array, decodeBinary?: DecodeBinary): string[] =>
  parse(input, { decodeBinary }).problems.map(({ code }) => code);

describe('the code of a problem', () => {
  it('identifies the problem, whatever its text', () => {
    const cases: readonly (readonly [input: string | Uint8Array, code: string])[] = [
      ['', 'input/empty'],
      ['nothing to see', 'input/no-stanza'],
      [Uint8Array.of(1, 0, 0xff, 0xfe), 'input/not-text'],
      ['<log >&lt;call id=&quot;1&quot;/&gt;', 'input/escaped-for-html'],
      ['<call id="4"></call></ack>', 'xml/nothing-to-close'],
      ['<call id="4"><offer></call>', 'xml/not-closed'],
      ['<call id="4" id="4"/>', 'node/duplicate-attribute'],
      ['<call id="4\u0007"/>', 'text/control-character'],
      ['<call id="&#0;"/>', 'text/unfit-reference'],
      ['{"tag":"call","attrs":{},"extra":1}', 'node/unknown-key'],
      ['{"tag":"call","attrs":{"id":[]}}', 'node/unread-value'],
      ['00f80101020304', 'wabinary/no-decoder'],
    ];
    for (const [input, code] of cases) assert.deepEqual(codesOf(input), [code], String(input));
  });

  it('distinguishes a frame that crashed the decoder from those that it refuses afterwards', () => {
    let broken = false;
    const decodeBinary = (): never => {
      const before = broken;
      broken = true;
      throw new DecodeError(before ? 'broken' : 'overflow');
    };
    assert.deepEqual(codesOf('00f8010203040506\nwords\n00f8010203040507\n', decodeBinary), [
      'wabinary/broke-decoder',
      'wabinary/broken-decoder',
    ]);
  });

  it('does not depend on tags that occur in the text of a problem', () => {
    assert.deepEqual(codesOf('<WABinary direction="1"></offer></WABinary>'), ['xml/not-open']);
  });

  it('names its family', () => {
    for (const code of Object.keys(PROBLEM_CODES)) {
      assert.match(code, /^(?:input|text|node|record|xml|wabinary)\/[a-z]+(?:-[a-z]+)*$/);
    }
  });
});
