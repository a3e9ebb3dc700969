import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import ts from 'typescript';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

const COMMAND_LINE = /npm run|(?:^|\s)--[a-z]/;

/** The strings of a file that speak of the command line. */
function commandWords(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && COMMAND_LINE.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${line + 1}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('texts in lib do not mention the command line; the caller provides its commands', () => {
  const files = globSync('lib/**/*.ts', { cwd: PROJECT_ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('lib/node/'));
  assert.deepEqual(
    files.flatMap((file) => commandWords(file, readFileSync(join(PROJECT_ROOT, file), 'utf8'))),
    [],
  );
  const sample = 'const a = `x ${b} or --all`; // npm run c\nconst d = "npm run e";';
  assert.deepEqual(commandWords('sample.ts', sample), ['sample.ts:1:  or --all', 'sample.ts:2: npm run e']);
});
