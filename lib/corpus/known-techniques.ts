import type { Technique } from '../schema/types.generated.ts';

type Known = Pick<Technique, 'id' | 'channel'>;

/** The techniques of the design with their channels, for a corpus that has no folder of techniques. */
export const KNOWN_TECHNIQUES: readonly Known[] = [
  { id: 'websocket-capture', channel: 'wire' },
  { id: 'baileys-instrumentation', channel: 'wire' },
  { id: 'mitm-tls', channel: 'wire' },
  { id: 'frida-hooking', channel: 'runtime' },
  { id: 'memory-dump', channel: 'runtime' },
  { id: 'static-smali-analysis', channel: 'code' },
  { id: 'wasm-analysis', channel: 'code' },
  { id: 'web-bundle-analysis', channel: 'code' },
];

const channels = new Map(KNOWN_TECHNIQUES.map(({ id, channel }) => [id, channel]));

/** A technique with its channel: what it says itself, or the known one of its id. */
export function withChannel({ id, channel }: Known): Known {
  const known = channel ?? channels.get(id);
  return known === undefined ? { id } : { id, channel: known };
}
