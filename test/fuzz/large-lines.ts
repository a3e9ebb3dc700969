import type { FormName } from '../../lib/capture/forms/index.ts';

/** One line of a stated length, of one form: what no person writes, and a program may. */
export interface LargeLine {
  /** undefined where it is of none. */
  readonly form: FormName | undefined;
  /** What is large in it. */
  readonly what: string;
  /** @returns a text of about so many characters, without a line break */
  readonly make: (size: number) => string;
}

/** A text between two others, repeated until the whole is so long. */
const between =
  (start: string, piece: string, end: string) =>
  (size: number): string =>
    start + piece.repeat(Math.max(1, Math.floor((size - start.length - end.length) / piece.length))) + end;

/** The same with names that differ, as a map of many keys has. */
const numbered =
  (start: string, piece: (i: number) => string, end: string) =>
  (size: number): string => {
    const parts = [start];
    for (let i = 0, length = start.length; length < size - end.length - 16; i++) {
      const part = piece(i);
      parts.push(part);
      length += part.length;
    }
    return parts.join('') + end;
  };

type Lines = readonly (readonly [what: string, make: (size: number) => string])[];

const xmlLines = (before: string, quote: string, behind: string): Lines => {
  const q = quote;
  return [
    ['a value', between(`${before}<call id=${q}`, 'x', `${q}/>${behind}`)],
    ['attributes', numbered(`${before}<call`, (i) => ` a${i}=${q}1${q}`, `/>${behind}`)],
    ['one attribute again and again', between(`${before}<call`, ` a=${q}1${q}`, `/>${behind}`)],
    ['children', between(`${before}<call id=${q}1${q}>`, `<te a=${q}1${q}/>`, `</call>${behind}`)],
    ['depth', between(`${before}<call id=${q}1${q}>`, '<te>', behind)],
    ['bytes', between(`${before}<call id=${q}1${q}><enc>`, 'f8', `</enc></call>${behind}`)],
    ['bytes that are text', between(`${before}<call id=${q}1${q}><enc>`, '61', `</enc></call>${behind}`)],
    ['text', between(`${before}<call id=${q}1${q}>`, 'word ', `</call>${behind}`)],
    ['blanks in a tag', between(`${before}<call id=${q}1${q}`, ' ', `a/>${behind}`)],
    ['blanks in an element', between(`${before}<call id=${q}1${q}>`, ' ', `</call>${behind}`)],
    ['a name', between(`${before}<call id=${q}1${q} `, 'a', `=${q}1${q}/>${behind}`)],
    ['a tag', between(`${before}<call`, 'a', ` id=${q}1${q}/>${behind}`)],
    ['breaks that are written', between(`${before}<call id=${q}1${q}><te>`, '\\n', `</te></call>${behind}`)],
    ['an end of two lines', between(`${before}<call id=${q}1${q}></call`, ' ', behind)],
    ['entities', between(`${before}<call id=${q}`, '&x;&#0;', `${q}/>${behind}`)],
    ['quotes', between(`${before}<call id=${q}`, `${q} `, `${q}/>${behind}`)],
    ['ends', between(`${before}<call id=${q}1${q}>`, '</te>', `</call>${behind}`)],
    ['a tag that does not end', between(`${before}<call id=${q}1${q}`, ' a', behind)],
    ['comments', between(`${before}<call id=${q}1${q}>`, '<!-- a -->', `</call>${behind}`)],
    ['declarations', between(before, '<!DOCTYPE a [<!ENTITY b "c">]>', behind)],
    ['stanzas', between(before, `<call id=${q}1${q}/>`, behind)],
    ['starts', between(before, '<a', behind)],
  ];
};

const objectLines = (key: (name: string) => string, quote: string): Lines => {
  const q = quote;
  const node = `{${key('tag')}:${q}call${q},${key('attrs')}:`;
  return [
    ['a value', between(`${node}{${key('id')}:${q}`, 'x', `${q}}}`)],
    ['escapes', between(`${node}{${key('id')}:${q}`, '\\u0041', `${q}}}`)],
    ['attributes', numbered(`${node}{${key('id')}:1`, (i) => `,${key(`a${i}`)}:1`, '}}')],
    ['one attribute again and again', between(`${node}{${key('id')}:1`, `,${key('a')}:1`, '}}')],
    ['keys of a node', numbered(`${node}{}`, (i) => `,${key(`a${i}`)}:1`, '}')],
    ['children', between(`${node}{},${key('content')}:[`, `${node}{}},`, ']}')],
    ['depth', between('', `${node}{},${key('content')}:[`, '')],
    ['bytes', between(`${node}{},${key('content')}:[`, '248,', '0]}')],
    ['brackets', between('', '[', '')],
    ['braces', between('', '{', '')],
    ['stanzas', between('[', `${node}{}},`, `${node}{}}]`)],
    ['nodes in a text', between(`{${key('msg')}:${q}`, '{tag:1,', `${q}}`)],
    ['blanks', between(`${node}`, ' ', '{}}')],
    ['a name', between(`${node}{a`, 'a', ':1}}')],
    ['a number', between(`${node}{${key('id')}:1`, '1', '}}')],
    ['a name of a class', between('{tag: A', 'A', ' {}}')],
    ['strings', between('[', `${q}a${q},`, `${q}a${q}]`)],
  ];
};

const rustLines: Lines = [
  ['a value', between('Node { tag: "call", attrs: {"id": "', 'x', '"}, content: None }')],
  [
    'attributes',
    numbered('Node { tag: "call", attrs: {"id": "1"', (i) => `, "a${i}": "1"`, '}, content: None }'),
  ],
  ['one attribute again and again', between('Node { tag: "call", attrs: {"id": "1"', ', "a": "1"', '} }')],
  [
    'children',
    between(
      'Node { tag: "call", attrs: {}, content: Some(Nodes([',
      'Node { tag: "te", attrs: {}, content: None }, ',
      '])) }',
    ),
  ],
  ['depth', between('', 'Node { tag: "call", attrs: {}, content: Some(Nodes([', '')],
  ['bytes', between('Node { tag: "call", attrs: {}, content: Some(Bytes([248', ', 248', '])) }')],
  ['bytes that are text', between('Node { tag: "call", attrs: {}, content: Some(Bytes(b"', 'a', '")) }')],
  ['variants', between('Node { tag: "call", attrs: {}, content: ', 'Some(', ' }')],
  ['tuples', between('Node { tag: "call", attrs: [', '("a", "1"), ', '] }')],
  ['a path', between('Node { tag: ', 'a::', 'B(1) }')],
  ['stanzas', between('', 'Node { tag: "call", attrs: {"id": "1"}, content: None } ', '')],
  ['starts', between('', 'Node { ', '')],
];

const goLiteralLines: Lines = [
  ['a value', between('Node{Tag:"call", Attrs:Attrs{"id":"', 'x', '"}}')],
  ['attributes', numbered('Node{Tag:"call", Attrs:Attrs{"id":"1"', (i) => `, "a${i}":"1"`, '}}')],
  ['one attribute again and again', between('Node{Tag:"call", Attrs:Attrs{"id":"1"', ', "a":"1"', '}}')],
  [
    'children',
    between(
      'Node{Tag:"call", Attrs:Attrs{}, Content:[]Node{',
      'Node{Tag:"te", Attrs:Attrs{}, Content:interface {}(nil)}, ',
      '}}',
    ),
  ],
  ['depth', between('', 'Node{Tag:"call", Attrs:Attrs{}, Content:[]Node{', '')],
  ['bytes', between('Node{Tag:"call", Attrs:Attrs{}, Content:[]uint8{0xf8', ', 0xf8', '}}')],
  ['calls', between('Node{Tag:"call", Attrs:Attrs{"id":', 'a.b(', '}}')],
  ['pointers', between('Node{Tag:"call", Attrs:Attrs{}, Content:', '*', 'Node{}}')],
  ['a name of a type', between('Node{Tag:"call", Attrs:', 'a', '{}}')],
  ['stanzas', between('', 'Node{Tag:"call", Attrs:Attrs{"id":"1"}} ', '')],
  ['types', between('', 'Node{', '')],
];

/** Of notations without quotes, by the parts of a node in them. */
const plainLines = (open: string, pair: string, by: string, contentOf: string, close: string): Lines => {
  const node = (id: string): string => `${open}${id}`;
  return [
    ['a value', between(node(`id${pair}`), 'x', close)],
    ['a value of words', between(node(`id${pair}`), 'x, y ', close)],
    ['a value of commas', between(node(`id${pair}`), 'x,', close)],
    ['a value of blanks', between(node(`id${pair}`), 'x ', close)],
    ['attributes', numbered(node(`id${pair}1`), (i) => `${by}a${i}${pair}1`, close)],
    ['one attribute again and again', between(node(`id${pair}1`), `${by}a${pair}1`, close)],
    [
      'children',
      between(`${node('')}${contentOf}`, `${node(`id${pair}1`)}${close}${by}`, `]${close.at(-1)}`),
    ],
    ['depth', between('', `${node('')}${contentOf}`, '')],
    ['bytes', between(`${node('')}${contentOf}1`, `${by}1`, `]${close.at(-1)}`)],
    ['blanks', between(node(''), ' ', close)],
    ['a name', between(node(''), 'a', `${pair}1${close}`)],
    ['stanzas', between('', `${node(`id${pair}1`)}${close} `, '')],
    ['starts', between('', open, '')],
    ['attributes that do not end', between(node(`id${pair}1`), `${by}a`, '')],
  ];
};

const LINES: Readonly<Record<FormName, Lines>> = {
  pino: xmlLines('{"level":10,"xml":"', "'", '"}'),
  whatsmeow: xmlLines('12:00:00.000 [Client/Recv DEBUG] ', '"', ''),
  xml: xmlLines('', '"', ''),
  json: objectLines((name) => `"${name}"`, '"'),
  'node-inspect': [
    ...objectLines((name) => name, "'"),
    ['a buffer', between("{ tag: 'call', attrs: {}, content: <Buffer", ' f8', '> }')],
    ['a joined text', between("{ tag: 'call', attrs: { id: 'a'", " + 'x'", ' } }')],
    ['classes', between('{ tag: ', 'A ', '}')],
  ],
  array: [
    ['a value', between('["call",{"id":"', 'x', '"},null]')],
    ['attributes', numbered('["call",{"id":"1"', (i) => `,"a${i}":"1"`, '},null]')],
    ['children', between('["call",{},[', '["te",{},null],', '["te",{},null]]]')],
    ['depth', between('', '["call",{},[', '')],
    ['bytes', between('["call",{},{"type":"Buffer","data":[', '248,', '0]}]')],
  ],
  'rust-debug': rustLines,
  'web-object': [
    ['a value', between('{"tag":"call","attrs":{"from":{"_jid":{"user":"', '1', '","server":"lid"}}}}')],
    [
      'attributes',
      numbered(
        '{"tag":"call","attrs":{"id":"1"',
        (i) => `,"a${i}":{"$1":{"user":"1","device":${i % 9},"server":"lid"}}`,
        '}}',
      ),
    ],
    [
      'keys of an account',
      numbered(
        '{"tag":"call","attrs":{"from":{"_jid":{"user":"1"',
        (i) => `,"a${i}":1`,
        ',"server":"lid"}}}}',
      ),
    ],
    ['objects in an account', between('{"tag":"call","attrs":{"from":', '{"_jid":', '')],
    ['what is folded', between('{tag: "call", attrs: {…}, content: [', '{…}, ', ']}')],
    ['arrays that are folded', between('{tag: "call", attrs: {…}, content: [', 'Array(3), ', ']}')],
    ['stanzas', between('[', '{"tag":"call","attrs":{"from":{"_jid":{"user":"1","server":"lid"}}}},', '0]')],
    ['functions', between('{tag: "call", attrs: {}, content: ', 'ƒ a', '}')],
  ],
  'go-json': [
    ...objectLines((name) => `"${name[0]?.toUpperCase()}${name.slice(1)}"`, '"'),
    ['base64', between('{"Tag":"call","Attrs":{},"Content":"', 'AAAA', '"}')],
  ],
  'go-literal': goLiteralLines,
  'go-print': plainLines('{Tag:call Attrs:map[', ':', ' ', '] Content:[', '] Content:<nil>}'),
  cobalt: plainLines('Node[description=call, attributes={', '=', ', ', '}, content=[', '}, content=null]'),
  hex: [
    ['one frame', between('00f80806', 'f8', '')],
    ['a blob', between('00f803061703fe00ffffff', '00', '')],
    ['zeros', between('', '00', '')],
    ['letters', between('', 'f', '')],
    ['words', between('', '00f80806 ', '')],
    ['pairs', between('00 f8 08 06', ' 00', '')],
  ],
  base64: [
    ['one frame', between('APgI', 'AAAA', '')],
    ['letters', between('', 'A', '')],
    ['words', between('', 'APgIBg== ', '')],
    ['signs', between('APgI', '=', '')],
  ],
};

/** Text around stanzas in a log, and text that resembles the start of one. */
const NOTHING: Lines = [
  ['what is escaped for a page', between('', '&lt;a b=&quot;1&quot;/&gt;', '')],
  ['blanks that are escaped', between('&lt;call', '&nbsp;', '/&gt;')],
  ['ampersands that are escaped', between('&lt;call id=&quot;', '&amp;', '&quot;/&gt;')],
  ['breaks of a page', between('', '<br>', '&lt;call id="1"/&gt;')],
  ['links to mail', between('<call id="', '<a@b>', '"/>')],
  ['links of an editor', between('<call id="1" b="', '[a@b](mailto:a@b)', '"/>')],
  ['bytes with a mark', between('<call id="1"><enc>0x', 'f8', '</enc></call>')],
  ['bytes in quotes with a mark', between('<call id="1"><enc>HEX:b\'', 'f8', "'</enc></call>")],
  ['characters without a width', between('<call id="1', '\u200b', '"/>')],
  ['wide blanks', between('<call id="1"', '\u00a0', '/>')],
  ['marks of a quotation', between('', '>', '\n> <call id="1"/>')],
  ['commands of a terminal', between('', '\u001b[1m', '<call id="1"/>')],
  ['commands in a value', between('<call id="', '\u001b[1m', '"/>')],
  ['blanks', between('', ' ', '')],
  ['digits', between('', '1', '')],
  ['words', between('', 'word ', '')],
  ['quotes', between('', '"', '')],
  ['breaks that are written', between('<a b="1"/>', '\\n', '<c d="1"/>')],
  ['pictures', between('', '\u{1f600}', '')],
];

/** Single lines that are large, of every form and in every way in which one may be. */
export const LARGE_LINES: readonly LargeLine[] = [
  ...Object.entries(LINES).flatMap(([form, lines]) =>
    lines.map(([what, make]) => ({ form: form as FormName, what, make })),
  ),
  ...NOTHING.map(([what, make]) => ({ form: undefined, what, make })),
];

/** A large line by its number: past the last one it begins again with the first. */
export function largeLine(index: number, size: number): string {
  return LARGE_LINES[index % LARGE_LINES.length]?.make(size) ?? '';
}
