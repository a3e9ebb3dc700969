import type { Technique } from '../../schema/types.generated.ts';

type Known = Pick<Technique, 'id' | 'channel' | 'effort' | 'observes'>;

/** The techniques of a corpus without a folder of techniques. */
export const DEFAULT_TECHNIQUES: readonly Known[] = [
  { id: 'websocket-capture', channel: 'wire', effort: 'low' },
  { id: 'baileys-instrumentation', channel: 'wire', effort: 'medium', observes: 'library' },
  { id: 'mitm-tls', channel: 'wire', effort: 'high' },
  { id: 'frida-hooking', channel: 'runtime', effort: 'high' },
  { id: 'memory-dump', channel: 'runtime', effort: 'high' },
  { id: 'static-smali-analysis', channel: 'code', effort: 'medium' },
  { id: 'wasm-analysis', channel: 'code', effort: 'medium' },
  { id: 'web-bundle-analysis', channel: 'code', effort: 'low' },
];

const known = new Map(DEFAULT_TECHNIQUES.map((technique) => [technique.id, technique]));

/**
 * A technique with its channel, its effort and what it observes: as it states them, or as they are known for its id.
 */
export function asKnown({ id, ...said }: Known): Known {
  const channel = said.channel ?? known.get(id)?.channel;
  const effort = said.effort ?? known.get(id)?.effort;
  const observes = said.observes ?? known.get(id)?.observes;
  return {
    id,
    ...(channel !== undefined && { channel }),
    ...(effort !== undefined && { effort }),
    ...(observes !== undefined && { observes }),
  };
}
