import { inspect } from 'node:util';
import { encodeNode } from 'whatsapp-rust-bridge';
import type { FormName } from '../../lib/capture/forms/index.ts';
import { cobaltOf, goJsonOf, goLiteralOf, goPrintOf, type PlainNode, rustOf, webOf } from './plain-node.ts';

/**
 * A made-up log of one form: offers of calls, each with an account, a call and bytes of its own.
 * @param count how many stanzas it holds
 */
export function captureLog(form: FormName, count: number): string {
  return Array.from({ length: count }, (_, i) => `${RECORDS[form](offer(i), i)}\n`).join('');
}

function offer(i: number): PlainNode {
  const user = String(100_000_000_000_000 + i * 7919);
  const enc = Uint8Array.from({ length: 96 }, (_, at) => (i * 31 + at * 7 + 200) & 255);
  return {
    tag: 'call',
    attrs: { from: `${user}@lid`, id: `${1000 + i}.4242-7`, t: String(1_718_000_000 + i) },
    content: [
      {
        tag: 'offer',
        attrs: { 'call-id': i.toString(16).padStart(32, 'A'), 'call-creator': `${user}:7@lid` },
        content: [
          { tag: 'audio', attrs: { enc: 'opus', rate: '16000' } },
          { tag: 'te', attrs: { priority: '1' }, content: Uint8Array.of(9, i >> 16, i >> 8, i, 13, 150) },
          { tag: 'enc', attrs: { type: 'pkmsg', v: '2' }, content: enc },
        ],
      },
    ],
  };
}

const RECORDS: Readonly<Record<FormName, (node: PlainNode, i: number) => string>> = {
  pino: (node, i) => {
    const level = { level: 10, time: 1_718_000_000_000 + i, class: 'baileys' };
    return JSON.stringify({ ...level, xml: xmlOf(node, "'", '\n', '\t'), msg: 'recv xml' });
  },
  whatsmeow: (node, i) =>
    `12:34:${String(i % 60).padStart(2, '0')}.789 [Client/Recv DEBUG] ${xmlOf(node, '"', '', '')}`,
  xml: (node) => xmlOf(node, '"', '\n', '  '),
  json: (node) => JSON.stringify(buffered(node)),
  'node-inspect': (node) => inspect(node, { depth: null }),
  array: (node) => JSON.stringify(arrayOf(node)),
  'rust-debug': (node) => `<-- ${rustOf(node)}`,
  'web-object': (node) => JSON.stringify(webOf(node)),
  'go-json': (node) => JSON.stringify(goJsonOf(node)),
  'go-literal': goLiteralOf,
  'go-print': goPrintOf,
  cobalt: (node) => `Received node ${cobaltOf(node)}`,
  hex: (node) => Buffer.from(frameOf(node)).toString('hex'),
  base64: (node) => Buffer.from(frameOf(node)).toString('base64'),
};

function xmlOf(node: PlainNode, quote: string, newline: string, blank: string, depth = 0): string {
  const indent = blank.repeat(depth);
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}=${quote}${value}${quote}`);
  const open = `${indent}<${node.tag}${attributes.join('')}`;
  const { content } = node;
  if (content === undefined) return `${open}/>`;
  const inside =
    content instanceof Uint8Array
      ? [`${indent}${blank}${Buffer.from(content).toString('hex')}`]
      : content.map((child) => xmlOf(child, quote, newline, blank, depth + 1));
  return [`${open}>`, ...inside, `${indent}</${node.tag}>`].join(newline);
}

function buffered({ tag, attrs, content }: PlainNode): object {
  if (content === undefined) return { tag, attrs };
  const inside =
    content instanceof Uint8Array
      ? { type: 'Buffer', data: Buffer.from(content).toString('base64') }
      : content.map(buffered);
  return { tag, attrs, content: inside };
}

function arrayOf({ tag, attrs, content }: PlainNode): unknown[] {
  const inside = content instanceof Uint8Array ? Buffer.from(content).toJSON() : content?.map(arrayOf);
  return [tag, attrs, inside ?? null];
}

const frameOf = (node: PlainNode): Uint8Array => encodeNode(node as Parameters<typeof encodeNode>[0]);
