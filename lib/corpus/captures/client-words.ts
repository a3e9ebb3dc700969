import type { Capture } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

interface Client {
  readonly client: string;
  readonly version: string | undefined;
  readonly platform: string | undefined;
}

/** A client with its version and platform, such as `WhatsApp Web 2.3000.1`. */
export const wordsOfClient = ({ client, version, platform }: Client): string =>
  [
    client,
    ...(version === undefined ? [] : [` ${version}`]),
    ...(platform === undefined ? [] : [` (${platform})`]),
  ].join('');

/** The client that a capture observed, in words. */
export function clientWords(
  { client = 'a client', version, platform }: Capture['source'],
  { definitions }: Pick<Corpus, 'definitions'>,
): string {
  // Which of the official clients it is, its platform says.
  return client === 'official'
    ? wordsOfClient({ client: platform ?? 'an official client', version, platform: undefined })
    : wordsOfClient({ client: definitions.flavor.get(client)?.data.name ?? client, version, platform });
}
