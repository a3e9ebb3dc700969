import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(?:html|css|js|json|md|txt|xml|svg|wasm)$/;

/** Below this many bytes a compressed twin saves no packet. */
const LEAST = 1024;

/**
 * The compressed twins of a file, by the ending that servers look for. None of a file that is small or is
 * compressed already, or of a twin that would not be smaller.
 * @param name the name of the file
 */
export async function precompress(name: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!TEXT.test(name) || bytes.length < LEAST) return new Map();
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
