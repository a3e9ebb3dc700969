import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { endsInsideWords } from '../../../../lib/capture/parse/ends-inside.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { FIXTURE_CORPUS as corpus } from '../../../helpers/fixture-spec.ts';
import { allNodes } from './parse-trees.ts';

const CALL = '<call from="1@lid" id="1.2" t="1700000000">';
const JSON_CALL = '{"tag":"call","attrs":{"from":"1@lid"},"content":[';

const inName = (name: string) => ({ ended: { kind: 'attribute', name } });
const beforeValue = (name: string) => ({ ended: { kind: 'no-value', name } });
const inTag = { ended: { kind: 'tag' } };

for (const [log, tag, line, column, more] of [
  [`${CALL}<terminate`, 'terminate', 1, 54, inTag],
  [`${CALL}<terminate `, 'terminate', 1, 54, {}],
  [`${CALL}<termina\n`, 'termina', 1, 52, inTag],
  [`${CALL}<terminate call-id="0011`, 'terminate', 1, 68, {}],
  [`${CALL}<terminate call-id="0011"`, 'terminate', 1, 69, {}],
  [`${CALL}<terminate call-id="0011" call-crea`, 'terminate', 1, 79, inName('call-crea')],
  [`${CALL}<terminate call-id="0011"\n  call-crea\n`, 'terminate', 2, 12, inName('call-crea')],
  [`${CALL}<terminate call-id="0011" call-creator=`, 'terminate', 1, 83, beforeValue('call-creator')],
  [CALL, 'call', 1, 44, {}],
  [`${CALL}\n`, 'call', 1, 44, {}],
  [CALL.slice(0, -1), 'call', 1, 43, {}],
  [`${CALL}<terminate call-id="00"/></cal`, 'call', 1, 74, {}],
  [`${CALL}<te>{"a":"1"}`, 'te', 1, 57, {}],
  [`1:00 [Client/Recv DEBUG] ${CALL}<te a="<b c`, 'te', 1, 80, {}],
  [`${CALL}<offer call-id="00">\n<net medium="3"/>\n`, 'offer', 2, 18, {}],
  [`first line\n${CALL}<offer call-id="00"><audio enc="opus"/><net medi\n`, 'net', 2, 92, inName('medi')],
  [`{"xml":"<call from='1@lid'><terminate call-id='00' rea`, 'terminate', 1, 55, inName('rea')],
  [`{"tag":"call","attrs":{"from":"1@lid"}`, 'call', 1, 39, {}],
  [`{"tag":"call","attrs":{"from":"1@lid","i`, 'call', 1, 41, inName('i')],
  [`${JSON_CALL}{"tag":"accept","attrs":{"call-id":"00"`, 'accept', 1, 90, {}],
  [`${JSON_CALL}{"tag":"accept","attrs":{"call-id"`, 'accept', 1, 85, beforeValue('call-id')],
  [`${JSON_CALL}{"tag":"accept","attrs":{"call-id":"00"}}`, 'call', 1, 92, {}],
  [`${JSON_CALL}{"tag":"acc`, 'acc', 1, 62, inTag],
  [`{"msg":"{\\"tag\\":\\"call\\",\\"attrs\\":{\\"from\\":\\"1`, 'call', 1, 50, {}],
  ["{ tag: 'call', attrs: { from: '1@lid', 'call-crea", 'call', 1, 50, inName('call-crea')],
  ["{ tag: 'call', attrs: { from: '1@lid', id", 'call', 1, 42, inName('id')],
  ["{ tag: 'call', attrs: { from: '1@lid' }, content: <Buffer 01 0", 'call', 1, 63, {}],
  ["{ tag: 'call', attrs: { from: '1@lid' }, content: Uint8Array(6)", 'call', 1, 64, {}],
  ['{"tag":"call","attrs":{"from":"1@lid"},"content":[1,2,25', 'call', 1, 57, {}],
  ['{"tag":"call","attrs":{"from":"1@lid"},"content":{"type":"Buffer","data":[1,25', 'call', 1, 79, {}],
  ['Node { tag: "call", attrs: {"from": "1@lid"}, content: Some(', 'call', 1, 61, {}],
  ['Node { tag: "call", attrs: {"from": "1@lid"}, content: Some(Nodes([Node ', 'call', 1, 72, {}],
  ['Node { tag: "call", attrs: [("from", "1@lid"), ("id', 'call', 1, 52, {}],
  ['waBinary.Node{Tag:"call", Attrs:Attrs{"from":types.JID{User:"1555', 'call', 1, 66, {}],
  ['waBinary.Node{Tag:"call", Attrs:Attrs{"id":"5"}, Content:interface {}(n', 'call', 1, 72, {}],
  ['{"tag":"call","attrs":{"from":{"_jid":{"user":"155', 'call', 1, 51, {}],
  ['{Tag:call Attrs:map[from:1@lid id:5F', 'call', 1, 37, {}],
  ['{Tag:call Attrs:map[from:1@lid id:', 'call', 1, 35, beforeValue('id')],
  [
    '{Tag:call Attrs:map[from:1@lid] Content:[{Tag:terminate Attrs:map[call-',
    'terminate',
    1,
    72,
    inName('call-'),
  ],
  ['{Tag:call Attrs:map[from:1@lid] Content:[{Tag:termi', 'termi', 1, 52, inTag],
  ['Node[description=call, attributes={from=1@lid}', 'call', 1, 47, {}],
  ['["call",{"from":"1@lid"},[["terminate",{"call-id":"00"}', 'terminate', 1, 56, {}],
] as const) {
  test(`a log that ends inside <${tag}> says so, once: ${log.slice(-24).replaceAll('\n', ' ')}`, () => {
    const { endsInside, problems, stanzas } = parse(log);
    assert.deepEqual(endsInside, { tag, line, column, ...more });
    assert.deepEqual([problems, stanzas.length, stanzas[0]?.broken], [[], 1, undefined]);
  });
}

for (const log of [
  `${CALL}<terminate call-id="00"/></call>`,
  `${CALL}<terminate call-id="00"/></call>\nanother line`,
  `${CALL}<terminate\n${CALL}<reject call-id="00"/></call>`,
  `${CALL.slice(0, -1)}\n12:00:01 another entry`,
  '{"tag":"call","attrs":{"from":"1@lid"}}',
  `{"xml":"<call from='1@lid'><terminate>"}`,
  '{Tag:call Attrs:map[from:1@lid] Content:<nil>}',
  'nothing',
  '',
]) {
  test(`a log that ends behind a stanza says nothing: ${log.slice(-24).replaceAll('\n', ' ')}`, () => {
    assert.equal(parse(log).endsInside, undefined);
  });
}

describe('a value at the end of a log', () => {
  const cutIn = (log: string): string[] =>
    parse(log).stanzas.flatMap(({ root }) =>
      allNodes(root).flatMap(({ attributes }) => attributes.filter(({ cut }) => cut).map(({ name }) => name)),
    );

  it('is complete if its quote is closed, whatever breaks off behind it', () => {
    for (const log of [
      '<call from="1@lid" id="5">',
      '<call from="1@lid" id="5"',
      '<call from="1@lid" id="5"\n',
      '<call from="1@lid" id="5" call-crea',
      '<call from="1@lid" id="5" call-creator=\n',
      '<call from="1@lid" id="5"/',
      '<call from="1@lid" id="5"/> in 3 ms',
      '<call from="1@lid" id="5"\n12:00:00 the next entry',
      `{"xml":"<call from='1@lid' id='5'`,
      '{"tag":"call","attrs":{"from":"1@lid","id":"5"',
      '{"tag":"call","attrs":{"from":"1@lid","id":"5","call-crea',
    ]) {
      assert.deepEqual(cutIn(log), [], log);
      assert.deepEqual(
        parse(log).stanzas[0]?.root.attributes.map(({ value }) => value),
        ['1@lid', '5'],
      );
    }
  });

  it('is cut off if its quote is missing, or may be, since another one is inside it', () => {
    for (const [log, name] of [
      ['<call from="1@lid" id="5', 'id'],
      ['<call from="1@lid" id="', 'id'],
      ['<call from="1@lid" id="5\n', 'id'],
      ['<call from="1@lid" notify="Anna "the first"', 'notify'],
      ['<call from="1@lid" notify="Anna "the first">', 'notify'],
      ['{"tag":"call","attrs":{"from":"1@lid","id":"5', 'id'],
      ["{ tag: 'call', attrs: { from: '1@lid', id: '5'... 3 more char", 'id'],
      // Without quotes nothing shows that a value is complete.
      ['{Tag:call Attrs:map[from:1@lid id:5F', 'id'],
      ['Node[description=call, attributes={from=1@lid, id=5F', 'id'],
    ] as const) {
      assert.deepEqual(cutIn(log), [name], log);
    }
  });
});

test('the beginning of a word at the end of a log is no content, since it may stand for nothing or for a type', () => {
  for (const log of [
    '{"tag":"call","attrs":{"id":"5"},"content":nul',
    "{ tag: 'call', attrs: { id: '5' }, content: undef",
    'Node { tag: "call", attrs: {"id": "5"}, content: Some(Nodes([Node ',
    'waBinary.Node{Tag:"call", Attrs:Attrs{"id":"5"}, Content:interface {',
    '{Tag:call Attrs:map[id:5] Content:<ni',
  ]) {
    const root = parse(log).stanzas[0]?.root;
    assert.deepEqual([root?.content, root?.children, root?.cut], [undefined, [], true], log);
  }
});

describe('the end of a log in words', () => {
  const wordsOf = (log: string): string => {
    const { endsInside } = reviewStanzas(parse(log), corpus);
    return endsInside === undefined ? '' : endsInsideWords(endsInside);
  };
  const rest = ' Copy the complete stanza: what is missing cannot be checked.';

  it('name the innermost tag, and the name that is cut', () => {
    for (const [log, words] of [
      [`${CALL}<offer`, 'The log ends inside <offer>, at line 1, column 50.'],
      [`${CALL}<off`, 'The log ends inside <off…>, at line 1, column 48.'],
      [
        `${CALL}<offer call-i`,
        'The log ends inside <offer>, in the attribute name call-i, at line 1, column 57.',
      ],
      [
        `${CALL}<offer call-id=`,
        'The log ends inside <offer>, before the value of call-id, at line 1, column 59.',
      ],
    ] as const) {
      assert.equal(wordsOf(log), words + rest);
    }
  });

  it('do not tell a tag or a name that no name of the spec begins with, since it may be personal', () => {
    for (const [log, words] of [
      [`${CALL}<my_name_is call-id="00`, 'The log ends inside a tag, at line 1, column 67.'],
      [`${CALL}<my_name_is`, 'The log ends inside a tag, at line 1, column 55.'],
      [
        `${CALL}<offer my_na`,
        'The log ends inside <offer>, in the name of an attribute, at line 1, column 56.',
      ],
      [
        `${CALL}<offer call-i=`,
        'The log ends inside <offer>, before the value of an attribute, at line 1, column 58.',
      ],
    ] as const) {
      assert.equal(wordsOf(log), words + rest);
    }
  });
});
