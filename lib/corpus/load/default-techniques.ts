import type { Technique } from '../../schema/types.generated.ts';

type Known = Pick<Technique, 'id' | 'channel' | 'effort' | 'observes' | 'log_from'>;

/** The techniques of a corpus without a folder of techniques. */
export const DEFAULT_TECHNIQUES: readonly Known[] = [
  {
    id: 'websocket-capture',
    channel: 'wire',
    effort: 'low',
    log_from: "The frames of a client's connection, decrypted",
  },
  {
    id: 'baileys-instrumentation',
    channel: 'wire',
    effort: 'medium',
    observes: 'library',
    log_from: 'The debug log of a client library',
  },
  { id: 'mitm-tls', channel: 'wire', effort: 'high', log_from: 'A proxy that decrypts TLS' },
  { id: 'frida-hooking', channel: 'runtime', effort: 'high', log_from: 'Frida in an official app' },
  { id: 'memory-dump', channel: 'runtime', effort: 'high', log_from: 'The memory of a running client' },
  { id: 'static-smali-analysis', channel: 'code', effort: 'medium' },
  {
    id: 'wasm-analysis',
    channel: 'code',
    effort: 'medium',
    log_from: 'The call engine of the web client, run outside of its page',
  },
  { id: 'web-bundle-analysis', channel: 'code', effort: 'low' },
  { id: 'unknown-origin', log_from: 'I do not know' },
];

const known = new Map(DEFAULT_TECHNIQUES.map((technique) => [technique.id, technique]));

/**
 * A technique with its channel, its effort, what it observes and where its logs come from: as it states them, or as they
 * are known for its id.
 */
export function asKnown({ id, ...said }: Known): Known {
  const channel = said.channel ?? known.get(id)?.channel;
  const effort = said.effort ?? known.get(id)?.effort;
  const observes = said.observes ?? known.get(id)?.observes;
  const from = said.log_from ?? known.get(id)?.log_from;
  return {
    id,
    ...(channel !== undefined && { channel }),
    ...(effort !== undefined && { effort }),
    ...(observes !== undefined && { observes }),
    ...(from !== undefined && { log_from: from }),
  };
}
