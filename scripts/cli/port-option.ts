import type { Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';

/** The servers are not reachable from other machines. */
export const HOST = '127.0.0.1';

export const PORT_OPTION = {
  type: 'string',
  value: 'N',
  help: 'The port. Default: PORT, or 4321; the next free one if it is taken.',
} as const;

/** The port of --port or PORT; by default 4321. @throws UsageError if it is not a port number */
export function portOf(option: string | boolean | undefined, io: Io): number {
  const given = (typeof option === 'string' ? option : undefined) ?? (io.env['PORT'] || '4321');
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`${given} is not a port.`);
  return port;
}
