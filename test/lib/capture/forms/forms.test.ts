import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { FORMS } from '../../../../lib/capture/forms/index.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';

const FOLDER = new URL('../../../fixtures/forms/', import.meta.url);
const decodeBinary = await loadBinaryDecoder();

/** What is read of a log, as a reviewer can read it: form and direction, the tree, what is wrong, where it breaks off. */
function told(log: string): string {
  const { stanzas, problems, endsInside: end } = parse(log, { decodeBinary });
  return [
    ...stanzas.map(
      ({ form, direction, line, column, broken, root }) =>
        `${form} ${direction ?? 'either way'} ${line}:${column}${broken === true ? ' broken' : ''}\n${printXml(root)}`,
    ),
    ...problems.map(({ line, column, message }) => `${line}:${column} ${message}\n`),
    ...(end === undefined ? [] : [`${end.line}:${end.column} The log ends inside <${end.tag}>.\n`]),
  ].join('');
}

describe('the table of forms', () => {
  it('has an example of each, which is read completely and as that form', () => {
    for (const { name, example } of FORMS) {
      const { stanzas, problems } = parse(example, { decodeBinary });
      assert.deepEqual([stanzas.map(({ form }) => form), problems], [[name], []], name);
      assert.match(
        printXml(stanzas[0]?.root ?? assert.fail()),
        /^<call [\s\S]*\n {2}<terminate [\s\S]*<\/call>\n$/,
      );
    }
  });

  it('has three logs of each form, which are read as the expected stanzas', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), FORMS.map(({ name }) => name).sort());
    for (const { name } of FORMS) {
      const folder = new URL(`${name}/`, FOLDER);
      const logs = readdirSync(folder).filter((file) => file.endsWith('.log'));
      assert.ok(logs.length >= 3, name);
      for (const file of logs) {
        const log = readFileSync(new URL(file, folder), 'utf8');
        const expected = new URL(file.replace(/log$/, 'txt'), folder);
        assert.equal(told(log), readFileSync(expected, 'utf8'), `${name}/${file}`);
        assert.ok(
          parse(log, { decodeBinary }).stanzas.some(({ form }) => form === name),
          `${name}/${file}`,
        );
      }
    }
  });

  it('has the same forms as the guide', () => {
    const guide = readFileSync(new URL('../../../../CONTRIBUTING.md', import.meta.url), 'utf8');
    const rows = [...guide.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gm)].map(([, name, title]) => [
      name,
      title,
    ]);
    const known = new Set<string>(FORMS.map(({ name }) => name));
    assert.deepEqual(
      rows.filter(([name]) => known.has(name ?? '')),
      FORMS.map(({ name, title }) => [name, title]),
    );
  });
});
