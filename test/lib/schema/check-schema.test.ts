import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { stringify } from 'yaml';
import { BUNDLE_SCHEMA } from '../../../lib/diff/bundle/bundle-schema.ts';
import { checkSchema, type SchemaResult } from '../../../lib/schema/check-schema.ts';
import { createAjv, validatorOf } from '../../../lib/schema/create-ajv.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../../lib/schema/kinds.ts';
import { COMMON_SCHEMA } from '../../../lib/schema/schemas.generated.ts';
import { readSource } from '../../../lib/source/read-source.ts';
import fc from '../../helpers/fast-check.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';

function check<K extends Kind>(kind: K, text: string): SchemaResult<K> {
  const { source, findings } = readSource('f.yaml', new TextEncoder().encode(text));
  assert.ok(source, JSON.stringify(findings));
  return checkSchema(kind, source, (pointer) => pointer.join('/'));
}

/** What is found in a stanza with something added. */
const inStanza = (more: string): string[] =>
  check('stanza', minimalStanza('a', more)).findings.map(({ code, line, column, message, hint }) =>
    `${code} ${line}:${column} ${message} ${hint ?? ''}`.trim(),
  );

describe('checkSchema says', () => {
  test('which key was meant', () => {
    assert.deepEqual(inStanza('childern: []\n'), [
      "schema/unknown-key 9:1 The key 'childern' is not known here. Did you mean children?",
    ]);
    assert.match(inStanza('zzzzzzzz: []\n')[0] ?? '', /Known keys: id, tag, display_name, category/);
    const attribute = 'attributes: [{name: a, type: int, confidence: probable, desciption: x}]\n';
    assert.deepEqual(inStanza(attribute), [
      "schema/missing-key 9:14 The key 'description' is missing here. Add 'description:'.",
      "schema/unknown-key 9:57 The key 'desciption' is not known here. Did you mean description?",
    ]);
  });

  test('which word was meant', () => {
    const [one = ''] = inStanza('children_order: fixd\n');
    assert.equal(
      one,
      "schema/not-allowed 9:17 'fixd' is not allowed here. Use one of: fixed, any, unknown; or a list or a mapping. Did you mean fixed?",
    );
  });

  test('what form a value has', () => {
    const attribute = 'attributes: [{name: a, type: a b, confidence: probable, description: x}]\n';
    assert.match(inStanza(attribute)[0] ?? '', /^schema\/bad-form 9:30 'a b' does not .*jid, timestamp/);
  });

  test('what YAML made of an unquoted value', () => {
    assert.deepEqual(inStanza('notes: 1.10\n'), [
      "schema/unquoted 9:8 YAML reads 1.10 as the number 1.1, but a text is expected. Put it in quotes: '1.10'.",
    ]);
    assert.match(inStanza('notes: true\n')[0] ?? '', /as the boolean true/);
  });

  test('how long a text is, in characters and not in halves of them', () => {
    assert.deepEqual(inStanza(`references: [{url: x, title: "${'\u{1f600}'.repeat(301)}"}]\n`), [
      'schema/size 9:30 This text has 301 characters; at most 300 are allowed.',
    ]);
    assert.deepEqual(inStanza(`references: [{url: x, title: "${'\u{1f600}'.repeat(300)}"}]\n`), []);
    assert.match(inStanza('notes: ""\n')[0] ?? '', /This text is empty/);
    const short = check('flavor', "id: a\ncommit: 'abc'\n").findings.map(({ message }) => message);
    assert.deepEqual(short, ['This text is too short; at least 7 characters are needed.']);
  });

  test('of a choice only what is wrong with the branch that was meant', () => {
    const cases: Readonly<Record<string, readonly string[]>> = {
      'open_questions: [{id: q, question: Q?}]': ["schema/missing-key 9:18 The key 'status'"],
      'open_questions: [{id: q, question: Q?, status: opn}]': ["schema/not-allowed 9:48 'opn'"],
      'open_questions: [{id: q, question: Q?, status: open, settles: [{if: x}]}]': [
        "schema/missing-key 9:64 The key 'then'",
      ],
      'open_questions: [{id: q, question: Q?, status: open, sources: a}]': [
        'schema/wrong-type 9:63 Expected a list, found text',
      ],
      'open_questions: [[a]]': ['schema/wrong-type 9:18 Expected text or a mapping, found a list'],
      'open_questions: [7]': ['schema/unquoted 9:18 YAML reads 7'],
      'open_questions: [""]': ['schema/size 9:18 This text is empty'],
      'references: [{title: x}]': ["schema/missing-key 9:14 The key 'url'"],
      'references: [{url: x, urll: y}]': ["schema/unknown-key 9:23 The key 'urll'"],
      'references: [{url: []}]': ['schema/wrong-type 9:20 Expected text, found a list'],
      'references: [[]]': ['schema/wrong-type 9:14 Expected text or a mapping, found a list'],
      'content: {type: bytes, confidence: probable, description: x, size: -1}': [
        'schema/size 9:68 This number is too small',
      ],
      'content: {type: bytes, confidence: probable, description: x, size: 1.5}': [
        'schema/wrong-type 9:68 Expected a whole number or text',
      ],
      'content: {type: bytes, confidence: probable, description: x, size: []}': [
        'schema/wrong-type 9:68 Expected a whole number or text, found a list',
      ],
      // A choice within a choice.
      'children_order: 7': [
        "schema/not-allowed 9:17 '7' is not allowed here. Use one of: fixed, any, unknown; or a list or a mapping.",
      ],
      'children_order: [a, 7]': ['schema/unquoted 9:21 YAML reads 7'],
      'children_order: [a]': ['schema/size 9:17 This list has 1 items; at least 2'],
      'children_order: {sent: fixd}': [
        "schema/not-allowed 9:24 'fixd' is not allowed here. Use one of: fixed, any, unknown; or a list. Did you mean fixed?",
      ],
      'children_order: {sent: {a: b}}': [
        'schema/wrong-type 9:24 Expected text (fixed, any or unknown) or a list, found a mapping',
      ],
      'children_order: {snt: fixed}': ["schema/unknown-key 9:18 The key 'snt'"],
      'attributes: [{name: a, type: int, confidence: unknown, description: x, sent: allways}]': [
        "schema/not-allowed 9:78 'allways' is not allowed here. Use one of: required, optional, never; or a mapping.",
      ],
      'attributes: [{name: a, type: int, confidence: unknown, description: x, sent: {note: x}}]': [
        "schema/missing-key 9:78 The key 'presence'",
      ],
      'attributes: [{name: a, type: int, confidence: unknown, description: x, sent: {presence: always}}]': [
        "schema/not-allowed 9:89 'always' is not allowed here. Use one of: required, optional, never.",
      ],
      'attributes: [{name: a, type: int, confidence: unknown, description: x, delivered: [always]}]': [
        'schema/wrong-type 9:83 Expected text (always, sometimes or never) or a mapping, found a list',
      ],
      // A description is needed only without a shared node.
      "children: [{tag: a, occurrence: '1', confidence: unknown}]": [
        "schema/missing-key 9:12 The key 'description' is missing here. Add 'description:'. 'use:' can be used instead of 'description:'.",
      ],
    };
    for (const [more, expected] of Object.entries(cases)) {
      const found = inStanza(`${more}\n`);
      assert.equal(found.length, expected.length, `${more}: ${found.join('; ')}`);
      for (const [i, start] of expected.entries())
        assert.ok(found[i]?.startsWith(start), `${more}: ${found[i]}`);
    }
  });

  test('all that is wrong, also in several items', () => {
    const found = inStanza('examples: [{}, {title: x}, 7]\ndirectionn: x\n');
    assert.deepEqual(
      found.filter((one) => one.startsWith('schema/missing-key')),
      [
        "schema/missing-key 9:12 The keys 'title', 'format' and 'body' are missing here. Add 'title:', 'format:' and 'body:'.",
        "schema/missing-key 9:16 The keys 'format' and 'body' are missing here. Add 'format:' and 'body:'.",
      ],
    );
    assert.equal(found.length, 4);
  });

  test('that the file is no mapping', () => {
    for (const text of ['word\n', '[a]\n', '7\n'])
      assert.deepEqual(
        check('stanza', text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`),
        ['schema/wrong-type 1:1'],
      );
  });
});

describe('checkSchema repairs', () => {
  test('values of the wire and words of a closed set, as they are spelled', () => {
    const text =
      'id: e\ntitle: E\nstatus: draft\nsummary: S.\nvalues:\n  - {value: 010, confidence: unknown, description: x}\n  - {value: false, confidence: unknown, description: x}\n';
    const { data, findings } = check('enum', text);
    assert.deepEqual(
      data?.values.map(({ value }) => value),
      ['010', 'false'],
    );
    assert.deepEqual(
      findings.map(({ code, level, path }) => `${level} ${code} ${path}`),
      ['warning schema/unquoted-value values/0/value', 'warning schema/unquoted-value values/1/value'],
    );
  });

  test('also where something else is wrong, and never the values of the file itself', () => {
    const { source } = readSource(
      'f.yaml',
      new TextEncoder().encode(
        minimalStanza(
          'a',
          'zzz: 1\nchildren: [{tag: t, occurrence: 1, confidence: unknown, description: D.}]\n',
        ),
      ),
    );
    assert.ok(source);
    const before = structuredClone(source.data);
    const { data, findings } = checkSchema('stanza', source, () => '');
    assert.equal(data, undefined);
    assert.deepEqual(findings.map(({ code }) => code).sort(), [
      'schema/unknown-key',
      'schema/unquoted-value',
    ]);
    assert.deepEqual(source.data, before);
  });
});

describe('validators', () => {
  test('are compiled once', () => {
    for (const kind of KIND_NAMES) assert.equal(validatorOf(kind), validatorOf(kind));
  });

  test('keys that objects are born with are not there, and not allowed', () => {
    const ajv = createAjv();
    assert.equal(ajv.opts.$data, undefined);
    const validate = ajv.compile({
      type: 'object',
      required: ['constructor'],
      properties: { constructor: {} },
    });
    assert.equal(validate({}), false);
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const { data, findings } = check('contributor', `id: a\n${key}: {x: 1}\n`);
      assert.equal(data, undefined, key);
      assert.deepEqual(
        findings.map(({ code, line }) => `${code} ${line}`),
        ['schema/unknown-key 2'],
        key,
      );
    }
    assert.equal(({} as { x?: number }).x, undefined);
  });

  test('the schemas fit the schema of schemas, which commands do not ask', () => {
    const ajv = new Ajv2020({ strict: true });
    for (const schema of [COMMON_SCHEMA, BUNDLE_SCHEMA, ...KIND_NAMES.map((kind) => KINDS[kind].schema)]) {
      assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
    }
    assert.equal(ajv.validateSchema({ type: 'strin' }), false);
  });

  test('a keyword that is not known is a mistake', () => {
    assert.throws(() => createAjv().compile({ type: 'string', maxLenght: 3 }), /strict mode/);
  });
});

test('each kind stands in a place of its own', () => {
  const places = KIND_NAMES.map((kind) => JSON.stringify(KINDS[kind].at));
  assert.equal(new Set(places).size, places.length);
});

test('any value of any kind is accepted or refused in words, and nothing throws', () => {
  const keys = KIND_NAMES.flatMap((kind) =>
    Object.keys((KINDS[kind].schema as { properties: object }).properties),
  );
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom('a', '', 'draft', 'incoming', 'unknown', '#1', 'https://e.org/'),
      fc.double({ noNaN: true }),
      fc.boolean(),
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, 'name', 'value', 'x/y', 'a~b'), tie('tree'), {
        maxKeys: 6,
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(fc.constantFrom(...KIND_NAMES), tree, (kind, value) => {
      const { source } = readSource('f.yaml', new TextEncoder().encode(stringify(value)));
      if (source === undefined) return;
      const { data, findings } = checkSchema(kind, source, (pointer) => pointer.join('/'));
      assert.equal(
        data === undefined,
        findings.some(({ level }) => level === 'error'),
      );
      const lines = source.text.split('\n');
      for (const { line, column, message, hint } of findings) {
        assert.ok(
          line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1,
        );
        assert.doesNotMatch(`${message} ${hint}`, /\[object|NaN|breaks the schema's rule/);
      }
      // One place has one finding of a code and wording, not one for each branch of a choice.
      const keysOf = findings.map(
        ({ code, line, column, message }) => `${code} ${line}:${column} ${message}`,
      );
      assert.equal(new Set(keysOf).size, keysOf.length);
    }),
    { numRuns: 400 },
  );
});
