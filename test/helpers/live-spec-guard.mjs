// Loaded before every test of the code, and into every program that one starts: what such a test reads of spec/ is an
// error, because legitimate changes of the data would break it. Tests of the data are in test/spec/, and may read it.
// It is JavaScript because npm, which a test starts, may run on a Node that reads no TypeScript.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const SPEC = folder('../../spec/');
// The schemas are code: the types and the validators are made of them.
const SCHEMA = folder('../../spec/schema/');
const TESTS_OF_DATA = folder('../spec/');

/** @param {unknown} given */
function isLive(given) {
  if (typeof given !== 'string' && !(given instanceof URL)) return false;
  const path = given instanceof URL ? (given.protocol === 'file:' ? fileURLToPath(given) : '') : given;
  const whole = `${resolve(path)}${sep}`;
  return whole.startsWith(SPEC) && !whole.startsWith(SCHEMA);
}

/**
 * @param {Record<string, any>} room
 * @param {string} name
 */
function guard(room, name) {
  const original = room[name];
  room[name] = (/** @type {unknown[]} */ ...given) => {
    if (isLive(given[0])) {
      throw new Error(
        `A test of the code reads ${given[0]}. Use the frozen spec of test/helpers/fixture-spec.ts; a test of the data stands in test/spec/.`,
      );
    }
    return original(...given);
  };
}

const option = `--import=${import.meta.url}`;
if (resolve(process.argv[1] ?? '').startsWith(TESTS_OF_DATA)) {
  // Nor is what it starts.
  process.env['NODE_OPTIONS'] = process.env['NODE_OPTIONS']?.replace(option, '').trim();
} else {
  const names = ['readFile', 'readdir', 'open', 'opendir', 'cp', 'copyFile'];
  for (const name of names) {
    guard(promises, name);
    guard(fs, name);
    guard(fs, `${name}Sync`);
  }
  guard(fs, 'createReadStream');
  syncBuiltinESMExports();
}
