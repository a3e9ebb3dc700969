import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../../lib/diff/bundle/bundle-text.ts';
import { readBundles } from '../../../lib/diff/bundle/read-bundles.ts';
import type { Finding } from '../../../lib/findings/finding.ts';
import { captureRules } from '../../../lib/rules/capture-rules.ts';
import { RULES } from '../../../lib/rules/index.ts';
import { releasedPathsResolve } from '../../../lib/rules/released-paths-resolve.ts';
import { validateSpec } from '../../../lib/rules/validate-spec.ts';
import { attribute, capture, child, enumeration, flavor, stanza, technique } from '../../cases/texts.ts';

const pathsOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, path }) => `${code} ${path}`);

describe('validateSpec', () => {
  it('merges the findings of loading and of the rules, in the order of files and lines', () => {
    const { findings, counts, texts } = validateSpec(
      memoryFiles({
        'stanzas/call-x.yaml': stanza(
          `attributes:\n  - ${attribute('a', 'int', 'observed_values: [1, x]')}\nreferences: [http://a.example/]\n`,
        ),
        'enums/colors.yaml': 'id: colours\n',
      }),
    );
    assert.deepEqual(
      findings.map(({ code, file, line }) => `${file}:${line} ${code}`),
      [
        'spec/enums/colors.yaml:1 schema/missing-key',
        'spec/stanzas/call-x.yaml:10 schema/unquoted-value',
        'spec/stanzas/call-x.yaml:10 value/type',
        'spec/stanzas/call-x.yaml:11 link/not-https',
      ],
    );
    assert.equal(counts.stanza, 1);
    assert.equal(counts.enum, 0);
    assert.deepEqual([...texts.keys()].sort(), ['spec/enums/colors.yaml', 'spec/stanzas/call-x.yaml']);
  });

  it('reports a copy under another name, and nothing that follows from it', () => {
    const text = stanza(
      `attributes:\n  - ${attribute('a', 'int')}\nopen_questions:\n  - { id: q, question: What?, status: open, settles: [{ if: '@a is present', then: It is. }] }\n`,
    );
    const found = (path: string, copy: string): string[] =>
      validateSpec(memoryFiles({ 'stanzas/call-x.yaml': text, [path]: copy })).findings.map(
        ({ code, file }) => `${file} ${code}`,
      );
    assert.deepEqual(found('stanzas/call-copy.yaml', text), ['spec/stanzas/call-copy.yaml id/file-name']);
    assert.deepEqual(found('stanzas/Call-X.yaml', text.replace('call-x', 'Call-X')), [
      'spec/stanzas/call-x.yaml id/duplicate',
    ]);
    // Renamed, the copy has the remaining errors.
    assert.deepEqual(found('stanzas/call-y.yaml', text.replace('call-x', 'call-y')), [
      'spec/stanzas/call-y.yaml id/question',
    ]);
    // A slip in the one file that asks is no copy: its predicates are read once its name is right.
    assert.deepEqual(found('stanzas/call-x.yaml', text.replace('call-x', 'call-z')), [
      'spec/stanzas/call-x.yaml id/file-name',
    ]);
  });

  it('names the fact of each finding', () => {
    const { findings } = validateSpec(
      memoryFiles({
        'stanzas/call-x.yaml': stanza(
          `children:
  - ${child('offer', '1', `attributes: [${attribute('ip', 'enum:shades', 'provenance: { techniques: [guess] }', 'confirmed')}], content: { type: int, confidence: speculative, description: Text., observed_values: [x] }`)}
references: [a]
examples:
  - { title: a, format: xml, body: <call><offer port="1"/><offer ip="b"/></call> }
`,
        ),
        'enums/colors.yaml': enumeration(['red', 'red']),
        'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
      }),
    );
    assert.deepEqual(pathsOf(findings), [
      'enum/duplicate-value colors=red',
      'evidence/too-low call-x:offer',
      'reference/enum call-x:offer@ip',
      'evidence/too-high call-x:offer@ip',
      'reference/technique call-x:offer@ip',
      'evidence/none call-x:offer/text()',
      'value/type call-x:offer/text()',
      'link/relative call-x',
      'example/unknown-attribute call-x:offer',
      'example/too-many call-x:offer',
    ]);
  });

  it('does not report a definition with a broken file as missing', () => {
    const { findings } = validateSpec(
      memoryFiles({
        'stanzas/call-x.yaml': stanza(
          `attributes:\n  - ${attribute('a', 'enum:colors', "observed_values: [red], provenance: { flavors: [baileys], techniques: [mitm-tls], sources: ['baileys:a', 'capture:c'] }", 'probable')}\n`,
        ),
        'enums/colors.yaml': 'id: [',
        'flavors/baileys.yaml': flavor('baileys', 'descripton: Baileys\n'),
        'techniques/mitm-tls.yaml': '',
        'captures/c.yaml': capture('c').replace('true', 'false'),
      }),
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['schema/not-allowed', 'yaml/syntax', 'schema/unknown-key', 'yaml/empty'],
    );
  });

  it('reports no consequential errors', () => {
    const whole = {
      'stanzas/call-x.yaml': stanza(
        `attributes:\n  - ${attribute('a', 'enum:colors', 'observed_values: [red]')}\n`,
      ),
      'stanzas/call-y.yaml': stanza(
        `attributes:
  - ${attribute('b', 'int', "provenance: { techniques: [frida-hooking, mitm-tls], sources: ['capture:c', 'https://a.example/'] }", 'confirmed')}
open_questions:
  - { id: q, question: What?, status: open, settles: [{ if: 'call-x:@a is present', then: That. }] }
`,
        'call-y',
      ),
      'enums/colors.yaml': enumeration(['red']),
      'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
      'techniques/frida-hooking.yaml': technique('frida-hooking', 'runtime'),
      'captures/c.yaml': capture('c', '{ technique: mitm-tls }').replace('<call/>', '<call a="red"/>'),
    };
    const { corpus } = loadCorpus(memoryFiles(whole));
    const release = bundleText(bundleOf(corpus, { version: '1.0.0', date: '2026-01-31' }));
    const codes = (files: Readonly<Record<string, string>>): string[] => {
      const port = memoryFiles({ ...files, 'releases/1.0.0.json': release });
      const rules = [...RULES, ...captureRules(), releasedPathsResolve(readBundles(port))];
      return validateSpec(port, rules).findings.map(({ code }) => code);
    };
    assert.deepEqual(codes(whole), []);
    for (const [path, text] of Object.entries(whole)) {
      const broken = { ...whole, [path]: `${text}colour: red\n` };
      assert.deepEqual(codes(broken), ['schema/unknown-key'], path);
    }
    const moved: Record<string, string> = {
      ...whole,
      'stanzas/call-z.yaml': stanza('moved_from: [call-x]\ncolour: red\n', 'call-z'),
    };
    delete moved['stanzas/call-x.yaml'];
    assert.ok(!codes(moved).includes('path/lost'));
  });

  it('suggests what a name may have meant', () => {
    const { findings } = validateSpec(
      memoryFiles({
        'stanzas/call-x.yaml': stanza(`attributes:\n  - ${attribute('a', 'enum:colour')}\n`),
        'enums/colors.yaml': enumeration(['red']),
      }),
    );
    assert.deepEqual(
      findings.map(({ message, hint }) => `${message} ${hint}`),
      ["There is no enum 'colour'. Did you mean colors?"],
    );
  });

  it('does not throw for any of these, and is deterministic', () => {
    const files = memoryFiles({
      'stanzas/a.yaml': new Uint8Array([0, 255, 254]),
      'stanzas/b.yaml': '- '.repeat(50_000),
      'stanzas/c.yaml': '"__proto__": { a: b }\nconstructor: 1\n',
      'stanzas/call-x.yaml': stanza(`examples: [{ title: a, format: xml, body: '${'<a>'.repeat(5000)}' }]\n`),
      'spec.yaml': '[]',
    });
    assert.deepEqual(validateSpec(files).findings, validateSpec(files).findings);
  });
});
