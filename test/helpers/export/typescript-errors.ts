import ts from 'typescript';

const FILE = '/types.d.ts';
const CLIENT = '/client.ts';

/** The compiler's own declarations, read once. */
const LIBRARY = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of a module beside `types.d.ts`, without the places. */
export function typescriptErrors(types: string, client: string): string[] {
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
