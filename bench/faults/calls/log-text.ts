import { printXml } from '../../../lib/capture/tree/print-xml.ts';
import type { SeededRandom } from '../../corpus/seeded-random.ts';
import type { Message } from './message.ts';

/** A log as a recorder writes it, one JSON record a line, and where the messages of a call are in it. */
export interface WrittenLog {
  readonly text: string;
  /** The lines, from 1, of the messages of the first call, by their numbers. */
  readonly lines: ReadonlyMap<number, number>;
}

interface Entry {
  readonly at: number;
  readonly dir: 'in' | 'out';
  readonly xml: string;
  readonly n: number | undefined;
}

/** A call in a log. */
export interface LoggedCall {
  readonly messages: readonly Message[];
  /** Milliseconds from the beginning of the log. */
  readonly start: number;
}

/**
 * Writes the log of a call in the order of its times.
 * @param others other calls in the same log
 * @param noise for the traffic around the calls; undefined for none
 */
export function logText(
  call: LoggedCall,
  others: readonly LoggedCall[],
  seconds: number,
  noise: SeededRandom | undefined,
): WrittenLog {
  const own = entriesOf(call, true);
  const entries = [...own, ...others.flatMap((one) => entriesOf(one, false))];
  const end = Math.max(0, ...entries.map(({ at }) => at));
  const all = [...entries, ...(noise === undefined ? [] : noiseIn(end, noise))].sort((a, b) => a.at - b.at);
  const lines = new Map(all.flatMap(({ n }, i) => (n === undefined ? [] : [[n, i + 1]])));
  const text = all.map(({ at, dir, xml }) => {
    const ts = new Date(seconds * 1000 + at).toISOString();
    return `${JSON.stringify({ ts, dir, xml })}\n`;
  });
  return { text: text.join(''), lines };
}

const entriesOf = ({ messages, start }: LoggedCall, isOwn: boolean): Entry[] =>
  messages.map(({ root, direction, at, n }) => ({
    at: start + at,
    dir: direction === 'incoming' ? 'in' : 'out',
    xml: inOneLine(printXml(root)),
    n: isOwn ? n : undefined,
  }));

const inOneLine = (xml: string): string =>
  xml
    .split('\n')
    .map((line) => line.trimStart())
    .join('');

/** Traffic that has nothing to do with calls. */
const NOISE: readonly ((id: string) => readonly [dir: 'in' | 'out', xml: string])[] = [
  (id) => [
    'in',
    `<message from="15550177001@s.whatsapp.net" id="${id}" t="1767323096" type="text"><enc type="msg" v="2"><!-- 114 bytes --></enc></message>`,
  ],
  (id) => ['out', `<receipt to="15550177001@s.whatsapp.net" id="${id}"/>`],
  (id) => ['in', `<ack from="15550177001@s.whatsapp.net" id="${id}" class="receipt"/>`],
  (id) => [
    'out',
    `<message to="15550177001@s.whatsapp.net" id="${id}" type="text"><enc type="msg" v="2"><!-- 98 bytes --></enc></message>`,
  ],
  (id) => ['in', `<ack from="15550177001@s.whatsapp.net" id="${id}" class="message" t="1767323097"/>`],
  () => ['out', '<presence name="Made Up" type="available"/>'],
  () => ['in', '<presence from="15550177001@s.whatsapp.net" type="unavailable" last="1767323090"/>'],
  (id) => ['out', `<iq id="${id}" to="s.whatsapp.net" type="get" xmlns="w:p"/>`],
  (id) => ['in', `<iq from="s.whatsapp.net" id="${id}" t="1767323096" type="result"/>`],
];

function noiseIn(end: number, random: SeededRandom): Entry[] {
  return Array.from({ length: random.int(2, 14) }, (_, i) => {
    const [dir, xml] = random.pick(NOISE)(`3EB0${(90_000 + i).toString(16).toUpperCase()}`);
    return { at: random.int(0, end), dir, xml, n: undefined };
  });
}
