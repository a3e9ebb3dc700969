import { match } from '../../../lib/capture/match/match.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { attributeOf } from '../calls/edit-node.ts';
import type { Message } from '../calls/message.ts';
import { isSure } from './is-sure.ts';

/** A message with what the spec says of it alone. */
export interface CheckedMessage extends Message {
  readonly stanza: string | undefined;
  /** The paths of the facts that it contradicts, of those that are sure. */
  readonly contradicts: readonly string[];
  /** The place in the call of the message that it answers by its id; undefined for what answers nothing. */
  readonly asked: number | undefined;
}

/**
 * What a log shows of a call: the messages with its id, and those that share the id of a stanza with one of them, each
 * compared with the spec. An outgoing stanza with a sender and without a receiver was not sent: a client hands it to its own
 * engine, and recorders see that as well.
 */
export function checkedCall(messages: readonly Message[], corpus: Corpus): readonly CheckedMessage[] {
  const call = messages.map(({ root }) => callIdOf(root)).find((id) => id !== undefined);
  if (call === undefined) return [];
  const ids = new Set(
    messages.flatMap(({ root }) => (callIdOf(root) === call ? (attributeOf(root, 'id') ?? []) : [])),
  );
  const inCall = messages.filter(({ root, direction }) => {
    if (isForEngine(root, direction)) return false;
    const own = callIdOf(root);
    return own === undefined ? ids.has(attributeOf(root, 'id') ?? '') : own === call;
  });
  const before: string[] = [];
  const checked: CheckedMessage[] = [];
  for (const message of inCall) {
    const asked = askedBy(message, checked);
    checked.push({ ...message, asked, ...comparison(message, before, asked !== undefined, corpus) });
    const stanza = checked.at(-1)?.stanza;
    if (stanza !== undefined && !before.includes(stanza)) before.push(stanza);
  }
  return checked;
}

type Comparison = Pick<CheckedMessage, 'stanza' | 'contradicts'>;

/** Most messages of a changed call are those of the call, so that they are compared once. A node is of one corpus only. */
const comparisons = new WeakMap<CapturedNode, Map<string, Comparison>>();

function comparison(
  { root, direction }: Message,
  before: readonly string[],
  isAnswer: boolean,
  corpus: Corpus,
): Comparison {
  const key = `${direction} ${isAnswer} ${before.join()}`;
  const known = comparisons.get(root) ?? new Map<string, Comparison>();
  comparisons.set(root, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const captured = { root, form: 'xml', direction, line: 1, column: 1 };
  const { stanza, verdicts } = match(captured, corpus, undefined, [...before], isAnswer);
  const contradicts = verdicts.flatMap((one) =>
    one.verdict === 'contradicts' && isSure(one.confidence) ? [one.path] : [],
  );
  const made = { stanza, contradicts };
  known.set(key, made);
  return made;
}

const isForEngine = (root: CapturedNode, direction: Message['direction']): boolean =>
  direction === 'outgoing' &&
  attributeOf(root, 'from') !== undefined &&
  attributeOf(root, 'to') === undefined;

const callIdOf = (root: CapturedNode): string | undefined =>
  [root, ...root.children].map((node) => attributeOf(node, 'call-id')).find((id) => id !== undefined);

/** The last message before that went the other way with the same id. */
function askedBy({ root, direction }: Message, earlier: readonly CheckedMessage[]): number | undefined {
  const id = attributeOf(root, 'id');
  if (id === undefined) return undefined;
  const place = earlier.findLastIndex(
    (one) => one.direction !== direction && attributeOf(one.root, 'id') === id && one.root.tag !== root.tag,
  );
  return place === -1 ? undefined : place;
}
