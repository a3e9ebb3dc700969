import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validatorOf } from '../../lib/schema/create-ajv.ts';
import { KIND_NAMES } from '../../lib/schema/kinds.ts';
import { assertGrowsLinearly } from '../helpers/grows-linearly.ts';
import { allNodes, type Located, resolved, SCHEMAS } from './located-schema.ts';
import { PATTERN_SAMPLES } from './pattern-samples.ts';

/** The keywords that mean the same in draft-07 and in 2020-12. */
const KEYWORDS = new Set([
  '$schema',
  '$id',
  '$ref',
  // In draft-07 no keyword but a place like any other, to which references lead all the same.
  '$defs',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'maxProperties',
  'items',
  'anyOf',
  'if',
  'then',
  'not',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
  'examples',
]);

const nodes = allNodes();
const offenders = (bad: (one: Located) => boolean): string[] => nodes.filter(bad).map(({ at }) => at);

test('the schemas are found and compile', () => {
  assert.equal(SCHEMAS.size, KIND_NAMES.length + 1);
  assert.ok(nodes.length > 250, `${nodes.length}`);
  for (const kind of KIND_NAMES) assert.equal(typeof validatorOf(kind), 'function');
});

test('each schema, definition and property has a description', () => {
  const named = ({ at }: Located): boolean => at.endsWith('#') || /\/(?:properties|\$defs)\/[^/]+$/.test(at);
  assert.deepEqual(
    offenders((one) => named(one) && !/^[A-Z].*[.)]$/.test(one.node.description ?? '')),
    [],
  );
  assert.ok(nodes.filter(named).length > 150);
});

test('each schema and definition has a title, and no two have the same', () => {
  const titled = nodes.filter(({ at }) => at.endsWith('#') || /\/\$defs\/[^/]+$/.test(at));
  const titles = titled.map(({ node }) => node.title);
  assert.equal(new Set(titles).size, titles.length);
  assert.ok(!titles.includes(undefined));
});

test('only keywords that mean the same in draft-07 and 2020-12', () => {
  assert.deepEqual(
    offenders(({ node }) => Object.keys(node).some((key) => !KEYWORDS.has(key))),
    [],
  );
  // Draft-07 ignores keywords beside a reference, and takes a list of items for a tuple.
  assert.deepEqual(
    offenders(
      ({ node }) =>
        node.$ref !== undefined && !Object.keys(node).every((key) => /^(?:\$ref|description)$/.test(key)),
    ),
    [],
  );
  assert.deepEqual(
    offenders(({ node }) => Array.isArray(node.items)),
    [],
  );
});

test('each string, list, mapping and number has its limits', () => {
  const is = (type: string) => (one: Located) => one.node.type === type;
  const bounded = ({ node }: Located): boolean => node.maxLength !== undefined || node.enum !== undefined;
  assert.deepEqual(
    offenders((one) => is('string')(one) && !bounded(one)),
    [],
  );
  assert.deepEqual(
    offenders((one) => is('array')(one) && (one.node.maxItems === undefined || one.node.items === undefined)),
    [],
  );
  assert.deepEqual(
    offenders(
      (one) =>
        is('object')(one) &&
        (one.node.additionalProperties !== false || one.node.required === undefined) &&
        // A mapping whose keys are data.
        (typeof one.node.additionalProperties !== 'object' || one.node.maxProperties === undefined),
    ),
    [],
  );
  assert.deepEqual(
    offenders(
      (one) => is('integer')(one) && (one.node.minimum === undefined || one.node.maximum === undefined),
    ),
    [],
  );
  // A node without a type would take anything; 2020-12 allows a list of types, ours have one.
  const known = ['string', 'array', 'object', 'integer', 'boolean'];
  assert.deepEqual(
    offenders(
      ({ at, node }) =>
        node.$ref === undefined &&
        node.anyOf === undefined &&
        at !== 'common.schema.json#' &&
        !known.includes(String(node.type)),
    ),
    [],
  );
});

test('required keys are properties', () => {
  assert.deepEqual(
    offenders(({ node }) => (node.required ?? []).some((key) => !Object.hasOwn(node.properties ?? {}, key))),
    [],
  );
});

test('each reference resolves', () => {
  for (const one of nodes) assert.doesNotThrow(() => resolved(one));
});

test('each pattern has samples that pass and samples that fail', () => {
  const patterns = nodes.filter(({ node }) => node.pattern !== undefined);
  assert.deepEqual(patterns.map(({ at }) => at).sort(), Object.keys(PATTERN_SAMPLES).sort());
  for (const { at, node } of patterns) {
    const pattern = new RegExp(node.pattern ?? '', 'u');
    for (const value of PATTERN_SAMPLES[at]?.passing ?? []) assert.match(value, pattern, at);
    for (const value of PATTERN_SAMPLES[at]?.failing ?? []) assert.doesNotMatch(value, pattern, at);
  }
});

test('each pattern is anchored and linear', () => {
  const patterns: { readonly pattern: RegExp; readonly units: readonly string[] }[] = [];
  for (const { at, node } of nodes) {
    if (node.pattern === undefined) continue;
    assert.match(node.pattern, /^\^.*\$$/, at);
    // A quantifier on a group that holds one itself is how a pattern becomes exponential.
    assert.doesNotMatch(node.pattern, /[*+{][^)]*\)[*+{?]/, at);
    const passing = PATTERN_SAMPLES[at]?.passing ?? [];
    const units = ['a', '1', '-', '.', ' ', '*', ':', 'a-', 'enum:', 'a.', ...passing];
    patterns.push({ pattern: new RegExp(node.pattern, 'u'), units });
  }
  // All at once: one pattern of quadratic time takes longer than all the others.
  assertGrowsLinearly(2500, (n) => {
    const trials = patterns.flatMap(({ pattern, units }) =>
      units.map((unit) => ({ pattern, hostile: `${unit.repeat(n)}\n` })),
    );
    return () => {
      for (const { pattern, hostile } of trials) pattern.test(hostile);
    };
  });
});
