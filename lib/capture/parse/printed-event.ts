import type { Value } from '../notation/values/value.ts';
import { type ProblemAt, problemAt } from '../problems/parse-problem.ts';

/** An event that a client makes of a stanza for its user. */
interface ClientEvent {
  readonly client: string;
  /** Whether an object with these keys is such an event. */
  readonly keys: (has: (key: string) => boolean) => boolean;
  /** How it begins if it is printed with its type. */
  readonly printed: RegExp | undefined;
  /** How to get the stanza from the client. */
  readonly way: string;
}

// Ordered from the most specific keys to the least.
const EVENTS: readonly ClientEvent[] = [
  {
    client: 'whatsmeow',
    keys: (has) => has('CallCreator') && has('CallID'),
    printed: /\bevents\.Call[A-Z]\w*/,
    way: 'Its field Data holds the node: print evt.Data.XMLString(), or set the log level to DEBUG and copy the lines of Client/Recv.',
  },
  {
    client: 'WhatsApp’s Cloud API (pywa and others)',
    keys: (has) => has('messaging_product') || (has('session') && has('event') && has('direction')),
    printed: /\bCall(?:Connect|Terminate|Status|Permission)\w*\(/,
    way: 'No stanza comes with the Cloud API: capture one with a client that speaks the protocol itself.',
  },
  {
    client: 'wa-js',
    keys: (has) => has('peerJid') || (has('offerTime') && has('sender')),
    printed: /\bcall\.incoming_call\b/,
    way: 'It is made from the stanza inside WhatsApp Web: hook decodeStanza there, and print the node with JSON.stringify.',
  },
  {
    client: 'whatsapp-web.js',
    keys: (has) => has('canHandleLocally') || has('webClientShouldHandle'),
    printed: /(?:^|[\s:])Call \{/,
    way: 'It is made from the stanza inside WhatsApp Web: hook decodeStanza in client.pupPage, and print the node with JSON.stringify.',
  },
  {
    client: 'Baileys',
    keys: (has) =>
      has('status') && has('from') && has('id') && (has('chatId') || has('offline') || has('isVideo')),
    printed: undefined,
    way: 'Listen with sock.ws.on("CB:call", …) and print JSON.stringify(node, BufferJSON.replacer), or set the level of its logger to trace and copy the records of “recv xml”.',
  },
  {
    client: 'a client’s interface',
    keys: (has) => has('from') && has('id') && has('isVideo') && has('isGroup'),
    printed: undefined,
    way: 'Have the client log what comes from the server, at its most talkative level, and copy that.',
  },
];

const PRINTED = new RegExp(
  EVENTS.flatMap(({ printed }) => (printed === undefined ? [] : [printed.source])).join('|'),
);

/** The problem of a value that is an event of a client, or holds one. */
export function eventOf(value: Value, depth = 0): ProblemAt | undefined {
  if (depth > 8) return undefined;
  if (value.kind === 'array' || value.kind === 'call') {
    for (const item of value.items.slice(0, 20)) {
      const inner = eventOf(item, depth + 1);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }
  if (value.kind !== 'object') return undefined;
  const keys = new Set(value.entries.map(({ key }) => key));
  const event = EVENTS.find(({ keys: are }) => are((key) => keys.has(key)));
  if (event !== undefined) return problemOf(event, value.start);
  for (const entry of value.entries.slice(0, 50)) {
    const inner = eventOf(entry.value, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The first event in a text that is printed with its type. */
export function printedEvent(text: string): ProblemAt | undefined {
  const match = PRINTED.exec(text);
  const event = EVENTS.find(({ printed }) => match !== null && printed?.test(match[0]));
  return match === null || event === undefined ? undefined : problemOf(event, match.index);
}

const problemOf = ({ client, way }: ClientEvent, offset: number): ProblemAt =>
  problemAt(offset, 'input/client-event', { client, way });
