import type { Builds } from '../../schema/types.generated.ts';

/** Builds of a client in words, such as `WhatsApp Web (Chrome) since 2.3000.1 until 2.3000.9`. */
export const buildWords = ({ client, platform, since, until }: Builds[number]): string =>
  [
    client,
    ...(platform === undefined ? [] : [`(${platform})`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ].join(' ');
