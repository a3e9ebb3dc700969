import type { Builds } from '../../schema/types.generated.ts';

/** Builds of a client in words, such as `WhatsApp Web (Chrome) 2.3000.1 to 2.3000.9`. */
export function buildWords({ client, platform, since, until }: Builds[number]): string {
  const name = platform === undefined ? client : `${client} (${platform})`;
  if (since === undefined) return until === undefined ? name : `${name} until ${until}`;
  return until === undefined ? `${name} since ${since}` : `${name} ${since} to ${until}`;
}
