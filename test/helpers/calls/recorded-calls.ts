import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from '../../../lib/capture/parse/parse.ts';
import type { CapturedNode, CapturedStanza } from '../../../lib/capture/tree/captured-node.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/recorded-calls');

/** A record of a recorder in a client; test/fixtures/recorded-calls/README.md says where they come from. */
export interface RecordedStanza {
  /** The file and the index of the recorder, as failures name it. */
  readonly name: string;
  /** The line of the log. */
  readonly text: string;
  readonly stanza: CapturedStanza;
  /** Whether the client exchanged it with its own engine, so that it was not on the wire. */
  readonly isEngine: boolean;
}

/** The log of one side of a call, in the order of the recorder. */
export interface RecordedCall {
  readonly name: string;
  readonly path: string;
  readonly records: readonly RecordedStanza[];
}

/**
 * All recorded calls, read as the capture tools read a log.
 * @throws when a record is not read as exactly one stanza, with the direction that the record tells
 */
export const RECORDED_CALLS: readonly RecordedCall[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .map((file) => readCall(join(FOLDER, file)));

/** The records that were on the wire, of all calls. */
export const ON_THE_WIRE: readonly RecordedStanza[] = RECORDED_CALLS.flatMap(({ records }) =>
  records.filter(({ isEngine }) => !isEngine),
);

/**
 * The first record on the wire whose stanza has a direction, a tag and a payload.
 * @param payload the tag of a child; undefined for any
 * @throws when there is none
 */
export function recorded(
  direction: 'outgoing' | 'incoming',
  tag: string,
  payload: string | undefined,
  fits: (root: CapturedNode) => boolean = () => true,
): RecordedStanza {
  const found = ON_THE_WIRE.find(
    ({ stanza: { root, direction: way } }) =>
      way === direction &&
      root.tag === tag &&
      (payload === undefined || root.children.some((child) => child.tag === payload)) &&
      fits(root),
  );
  if (found === undefined) throw new Error(`no recorded <${tag}> with <${payload}>, ${direction}`);
  return found;
}

interface Line {
  readonly i: number;
  readonly dir: 'in' | 'out';
  readonly engine?: true;
}

function readCall(path: string): RecordedCall {
  const name = basename(path, '.jsonl');
  const log = readFileSync(path, 'utf8');
  const lines = log.trimEnd().split('\n');
  const { stanzas, problems, skipped } = parse(log);
  if (stanzas.length !== lines.length || problems.length > 0 || skipped > 0) {
    throw new Error(`${path}: ${stanzas.length} stanzas in ${lines.length} records`);
  }
  const records = stanzas.map((stanza, index) => {
    const text = lines[index] ?? '';
    const { i, dir, engine = false } = JSON.parse(text) as Line;
    if (stanza.direction !== (dir === 'in' ? 'incoming' : 'outgoing')) {
      throw new Error(`${path}: record ${i} was read as ${stanza.direction}`);
    }
    return { name: `${name} ${i}`, text, stanza, isEngine: engine };
  });
  return { name, path, records };
}
