import { CAPTURE_FORMS } from '../../bench/capture-throughput.ts';
import { captureLog } from '../../bench/corpus/capture-log.ts';
import { seededRandom } from '../../bench/corpus/seeded-random.ts';
import type { FormName } from '../../lib/capture/forms/index.ts';
import { type Material, mutate } from './mutate.ts';

/** An input of the capture tools that was changed at random. */
export interface CaptureMutant {
  /** The form that it had before. */
  readonly form: FormName;
  /** As text where the bytes of WABinary are not given as they are. */
  readonly input: string | Uint8Array;
}

const PIECES: readonly string[] = [
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '/>',
    '</',
    '</call>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x?>',
    '<!DOCTYPE a [',
    ' = ',
  ],
  ...[
    '&#0;',
    '&#x110000;',
    '&#55296;',
    '&lt;',
    '&lt',
    '&x;',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ':',
    ',',
    '\\',
    '\\u12',
    '\\x',
  ],
  ...[
    '__proto__',
    'constructor',
    '"__proto__":{"x":1},',
    '__proto__="x"',
    '<__proto__ constructor="x"/>',
    "['__proto__']: 1,",
  ],
  ...[
    '\0',
    '\u202e',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u2028',
    '\u001b[31m',
    '\u001b[',
    '\r',
    '\r\n',
    '\n',
    '\t',
    '\u0085',
    '😀',
  ],
  ...[
    '<Buffer 00',
    '<Buffer 01 02 ... 9 more bytes>',
    '... 1 more item',
    '[Object]',
    '[Circular *1]',
    '<ref *1> ',
    'Uint8Array(2) [ 1, 2 ]',
  ],
  ...[
    '00f8',
    'f80806',
    'AAAA',
    '=',
    '==',
    '1e999',
    '9'.repeat(400),
    '-0',
    'NaN',
    'undefined',
    'null',
    'true',
    '1n',
    '{"type":"Buffer","data":',
  ],
  ...[
    '<a>'.repeat(80),
    '[['.repeat(80),
    '{"a":'.repeat(80),
    '(('.repeat(80),
    '{"tag":"a","attrs":{},"content":['.repeat(20),
    'x'.repeat(3000),
  ],
  ...[
    '12:00:00.000 [Client/Recv DEBUG] ',
    '{"level":10,"xml":"',
    '491511234567890@s.whatsapp.net',
    '2001:db8::1',
    '192.0.2.1:3478',
    'A@lid',
  ],
];

const LOGS: Readonly<Record<FormName, readonly string[]>> = Object.fromEntries(
  CAPTURE_FORMS.map((form) => [form, [1, 2].map((count) => captureLog(form, count))]),
) as unknown as Record<FormName, readonly string[]>;
const ALL = Object.values(LOGS).flat();

/**
 * One of any number of mutated logs, of each form in turn.
 * @param index which one; the same for the same seed and index
 */
export function captureMutant(seed: number, index: number): CaptureMutant {
  const random = seededRandom(seed * 1_000_003 + index);
  const form = CAPTURE_FORMS[index % CAPTURE_FORMS.length] ?? 'xml';
  const log = random.pick(LOGS[form]);
  const material: Material = { others: random.chance(50) ? LOGS[form] : ALL, pieces: PIECES };
  if (form === 'hex' && random.chance(50)) {
    return { form, input: mutatedFrame(log.split('\n')[0] ?? '', random) };
  }
  const bytes = mutate(log, material, random);
  // Files come as bytes, and what is pasted as text.
  return { form, input: random.chance(50) ? bytes : new TextDecoder().decode(bytes) };
}

// Behind hex everything that is no digit only ends the run; here the bytes themselves are changed.
function mutatedFrame(hex: string, random: ReturnType<typeof seededRandom>): string | Uint8Array {
  const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
  for (let n = random.int(1, 6); n > 0; n -= 1) {
    bytes[random.int(0, bytes.length - 1)] = random.chance(40)
      ? random.pick([0, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff, 0xf7, 0xec])
      : random.int(0, 255);
  }
  const cut = random.chance(30) ? bytes.subarray(0, random.int(0, bytes.length)) : bytes;
  return random.chance(50) ? cut : Buffer.from(cut).toString('hex');
}
