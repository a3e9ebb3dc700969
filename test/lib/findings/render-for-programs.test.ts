import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { type Finding, finding } from '../../../lib/findings/finding.ts';
import { renderGithub } from '../../../lib/findings/render-github.ts';
import { renderJson } from '../../../lib/findings/render-json.ts';
import { renderSarif } from '../../../lib/findings/render-sarif.ts';
import { runCase } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

const place = { file: 'spec/stanzas/a.yaml', line: 3, column: 5 };
const missing = finding('schema/missing-key', { keys: ['tag'] }, place, 'a:b@c');
const folder = finding('file/unknown-folder', { name: 'x/' }, { file: 'spec/x', line: 1, column: 1 });
const evil: Finding = {
  ...missing,
  file: 'spec/a,b:c%\n.yaml',
  message: '100%\n::error::x\r\u001b[31m ##[add-mask]x',
  path: 'a\nb',
};

describe('renderGithub', () => {
  test('one command per line', () => {
    assert.equal(
      renderGithub([missing, folder]),
      "::error file=spec/stanzas/a.yaml,line=3,col=5,title=schema/missing-key::The key 'tag' is missing here. Add 'tag:'. (a:b@c)\n" +
        '::notice file=spec/x,line=1,col=1,title=file/unknown-folder::x/ is not a known folder or file of a spec; it is skipped.\n',
    );
    assert.match(renderGithub([{ ...missing, level: 'warning' }]), /^::warning /);
    assert.equal(renderGithub([]), '');
  });

  test('data stays inside its own command', () => {
    const text = renderGithub([evil]);
    assert.equal(text.split('\n').length, 2);
    assert.match(
      text,
      /^::error file=spec\/a%2Cb%3Ac%25%0A\.yaml,line=3,col=5,title=schema\/missing-key::100%25%0A/,
    );
    assert.doesNotMatch(text, /(?!\n)\p{Cc}/u);
    assert.doesNotMatch(text, /##\[/);
  });
});

describe('renderJson', () => {
  test('the documented structure', () => {
    const text = renderJson([missing, folder], { stanza: 2, enum: 0 }, false);
    assert.ok(text.endsWith('}\n'));
    assert.deepEqual(JSON.parse(text), {
      ok: false,
      counts: { stanza: 2, enum: 0 },
      findings: [
        {
          code: 'schema/missing-key',
          level: 'error',
          message: "The key 'tag' is missing here.",
          file: 'spec/stanzas/a.yaml',
          line: 3,
          column: 5,
          path: 'a:b@c',
          hint: "Add 'tag:'.",
        },
        {
          code: 'file/unknown-folder',
          level: 'note',
          message: 'x/ is not a known folder or file of a spec; it is skipped.',
          file: 'spec/x',
          line: 1,
          column: 1,
          path: '',
        },
      ],
    });
  });

  test('hostile data is complete and cannot be taken for a command', () => {
    const text = renderJson([evil], {}, false);
    assert.equal(JSON.parse(text).findings[0].message, evil.message);
    assert.doesNotMatch(text, /##\[|(?!\n)\p{Cc}/u);
    assert.ok(text.split('\n').every((line) => !line.trimStart().startsWith('::')));
  });
});

describe('renderSarif', () => {
  const parse = (findings: readonly Finding[]) => JSON.parse(renderSarif(findings, '1.2.3'));

  test('a run with its rules and results', () => {
    const log = parse([missing, folder, missing]);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    const [{ tool, results, columnKind }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(tool.driver.name, 'stanza-catalog');
    assert.equal(tool.driver.version, '1.2.3');
    assert.deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      ['file/unknown-folder', 'schema/missing-key'],
    );
    for (const rule of tool.driver.rules) {
      assert.ok(rule.shortDescription.text.length > 0 && rule.fullDescription.text.length > 0);
      assert.ok(['error', 'warning', 'note'].includes(rule.defaultConfiguration.level));
    }
    assert.equal(results.length, 3);
    for (const result of results) assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.deepEqual(results[0].locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'spec/stanzas/a.yaml' },
          region: { startLine: 3, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'a:b@c' }],
      },
    ]);
    assert.equal(results[0].message.text, "The key 'tag' is missing here. Add 'tag:'.");
    assert.equal(results[1].level, 'note');
    assert.equal(results[1].locations[0].logicalLocations, undefined);
  });

  test('every possible finding fits the schema of SARIF', () => {
    const isSarif = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);
    const found = CASES.flatMap(({ rejects }) => rejects.flatMap((one) => runCase(one).findings));
    isSarif(parse([...found, evil]));
    assert.deepEqual(isSarif.errors, null);
  });

  test('file names become addresses', () => {
    const [{ results }] = parse([evil]).runs;
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'spec/a%2Cb%3Ac%25%0A.yaml');
    assert.doesNotMatch(renderSarif([evil], '1'), /##\[/);
  });

  test('no findings are an empty list', () => {
    assert.deepEqual(parse([]).runs[0].results, []);
  });
});
