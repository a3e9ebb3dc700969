import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryFiles } from '../../../lib/corpus/memory-files.ts';
import type { Finding } from '../../../lib/findings/finding.ts';
import { validate } from '../../../lib/rules/validate.ts';
import { attribute, capture, child, enumeration, flavor, stanza, technique } from '../../cases/texts.ts';

const pathsOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, path }) => `${code} ${path}`);

describe('validate', () => {
  it('joins what loading and the rules find, in the order of files and lines', () => {
    const { findings, counts, texts } = validate(
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
        'spec/enums/colors.yaml:1 schema/missing-key',
        'spec/enums/colors.yaml:1 schema/missing-key',
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

  it('says of which fact it speaks', () => {
    const { findings } = validate(
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

  it('does not call a definition missing whose file is there and broken', () => {
    const { findings } = validate(
      memoryFiles({
        'stanzas/call-x.yaml': stanza(
          `attributes:\n  - ${attribute('a', 'enum:colors', "observed_values: [red], provenance: { flavors: [baileys], techniques: [mitm-tls], sources: ['baileys:a', 'capture:c'] }")}\n`,
        ),
        'enums/colors.yaml': 'id: [',
        'flavors/baileys.yaml': flavor('baileys', 'nmae: Baileys\n'),
        'techniques/mitm-tls.yaml': '',
        'captures/c.yaml': capture('c').replace('true', 'false'),
      }),
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['schema/not-allowed', 'yaml/syntax', 'schema/unknown-key', 'yaml/empty'],
    );
  });

  it('says what a name may have meant', () => {
    const { findings } = validate(
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

  it('does not throw for any of it, and is the same twice', () => {
    const files = memoryFiles({
      'stanzas/a.yaml': new Uint8Array([0, 255, 254]),
      'stanzas/b.yaml': '- '.repeat(50_000),
      'stanzas/c.yaml': '"__proto__": { a: b }\nconstructor: 1\n',
      'stanzas/call-x.yaml': stanza(`examples: [{ title: a, format: xml, body: '${'<a>'.repeat(5000)}' }]\n`),
      'spec.yaml': '[]',
    });
    assert.deepEqual(validate(files).findings, validate(files).findings);
  });
});
