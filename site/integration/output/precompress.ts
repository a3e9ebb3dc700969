import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(?:html|css|js|json|md|txt|xml|svg|wasm)$/;

/** Compressing fewer bytes saves no packet. */
const MIN_SIZE = 1024;

/**
 * The compressed forms of a file by their names. None for files that are small or compressed already, and none that
 * would not be smaller.
 * @param name the name of the file
 */
export async function precompress(name: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!TEXT.test(name) || bytes.length < MIN_SIZE) return new Map();
  const [gz, br] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ]);
  const twins: [string, Uint8Array][] = [
    [`${name}.gz`, gz],
    [`${name}.br`, br],
  ];
  return new Map(twins.filter(([, twin]) => twin.length < bytes.length));
}
