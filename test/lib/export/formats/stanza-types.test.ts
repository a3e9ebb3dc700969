import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { stanzaTypes } from '../../../../lib/export/formats/stanza-types.ts';
import { FILES, publicationOf } from '../../../site/corpus-of.ts';
import { HOSTILE_FILES, publicationOf as hostile } from '../hostile.ts';

const FILE = '/types.d.ts';
const CLIENT = '/client.ts';

/** The compiler's own declarations, read once. */
const LIBRARY = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of a client of the types, without the places. */
function errorsOf(types: string, client: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
    // The compiler's own declarations are not in question, and take most of the time.
    skipDefaultLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const own = new Map([
    [FILE, types],
    [CLIENT, client],
  ]);
  host.getSourceFile = (name, ...rest) => {
    const text = own.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
    const file = LIBRARY.get(name) ?? getSourceFile.call(host, name, ...rest);
    LIBRARY.set(name, file);
    return file;
  };
  host.fileExists = (name) => own.has(name) || fileExists.call(host, name);
  host.readFile = (name) => own.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([FILE, CLIENT], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const { publication } = publicationOf(FILES);
const TYPES = stanzaTypes(publication.corpus);

test('attributes have their types, are optional unless required, and are removed when not trusted', () => {
  const client = `
    import type { CallEnd, Reasons, Stanzas } from './types.d.ts';
    const end: CallEnd['children']['end'] = undefined as never;
    const speculative: CallEnd = {
      tag: 'call',
      attributes: { from: 'A@s.whatsapp.net' },
      children: { end: { tag: 'end', attributes: { reason: 'busy' }, children: { net: [{ tag: 'net', attributes: {} }] } } },
    };
    const sure: CallEnd<'probable'> = { tag: 'call', attributes: { from: 'A@s.whatsapp.net' }, children: {} };
    const none: CallEnd<'confirmed'> = { tag: 'call', attributes: {}, children: {} };
    const reason: Reasons = 'busy';
    const same: Stanzas['call-end'] = speculative;
    const key: Uint8Array | undefined = end.children.to?.[0]?.content;
    const unknown: CallEnd<'unknown'>['children']['end']['attributes']['count'] = 3;
    export { sure, none, reason, same, key, unknown };`;
  assert.deepEqual(errorsOf(TYPES, client), []);
});

for (const [name, statement, said] of [
  ['a missing required attribute', `const a: CallEnd['attributes'] = {};`, /from.* is missing/],
  ['a value that the enum has not', `const r: Reasons = 'sunday';`, /not assignable/],
  ['another tag', `const t: CallEnd['tag'] = 'ring';`, /not assignable/],
  ['a fact that is not trusted', `declare const c: CallEnd<'probable'>; c.children.end;`, /does not exist/],
  [
    'no child where there is at least one',
    `declare const c: CallEnd; c.children.end.children.net = [];`,
    /not assignable/,
  ],
] as const) {
  test(`${name} does not compile`, () => {
    const client = `import type { CallEnd, Reasons } from './types.d.ts';\n${statement}\nexport type { CallEnd, Reasons };`;
    const errors = errorsOf(TYPES, client);
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.match(errors[0] ?? '', said);
  });
}

test('the types of any spec are valid TypeScript', () => {
  assert.deepEqual(errorsOf(stanzaTypes(hostile(HOSTILE_FILES).corpus), 'export {};'), []);
});
