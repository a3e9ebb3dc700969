import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { stringify } from 'yaml';
import type { FindingCode } from '../../lib/findings/codes.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { checkSchema } from '../../lib/schema/check-schema.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../lib/schema/kinds.ts';
import type { SchemaNode } from '../../lib/schema/schema-node.ts';
import type { Pointer } from '../../lib/source/mark.ts';
import { readSource } from '../../lib/source/read-source.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import { type Located, resolved } from './located-schema.ts';
import { PATTERN_SAMPLES } from './pattern-samples.ts';
import {
  branchesOf,
  branchFor,
  type Json,
  minimal,
  nodeAt,
  replaced,
  type Site,
  sitesOf,
  typeOf,
  valueAt,
} from './sites-of.ts';

interface Checked {
  readonly findings: readonly Finding[];
  readonly source: SourceFile;
  readonly data: unknown;
}

function check(kind: Kind, value: Json): Checked {
  const { source, findings } = readSource('sample.yaml', new TextEncoder().encode(stringify(value)));
  assert.deepEqual(findings, []);
  assert.ok(source);
  const result = checkSchema(kind, source, (pointer) => pointer.join('/'));
  return { findings: result.findings, source, data: result.data };
}

/** A value of a string that is as long as wanted and fits its pattern. */
function ofLength({ at, node }: Located, length: number): string {
  const passing = node.pattern === undefined ? 'a' : (PATTERN_SAMPLES[at]?.passing[0] ?? '');
  return passing.slice(0, length).padEnd(length, passing.at(-1));
}

/** As many items as wanted, all different where the schema wants that, as far as the schema has so many. */
function itemsOf({ at, node }: Located, value: readonly Json[], length: number): Json[] {
  const item = resolved({ at: `${at}/items`, node: node.items ?? {} });
  return Array.from({ length }, (_, i) => {
    if (item.node.enum !== undefined) return item.node.enum[i % item.node.enum.length] as Json;
    if (node.uniqueItems) return `x${i}`;
    return minimal(item, value[0] as Json);
  });
}

/** Addresses of the schemas that an earlier kind has been broken at. */
const tested = new Set<string>();

for (const kind of KIND_NAMES) {
  const schema = KINDS[kind].schema as SchemaNode;
  const root: Located = { at: `${schema.$id}#`, node: schema };
  const text = readFileSync(new URL(`${kind}.valid.yaml`, import.meta.url));
  const sample = readSource('sample.yaml', text).source?.data as Json;
  const all = sitesOf(root, sample);
  // What several kinds share is broken once, in the sample of the first of them.
  const before = new Set(tested);
  const sites = all.filter((site) => !before.has(site.at));
  for (const site of all) tested.add(site.at);
  const at = (site: Site, value: Json | undefined): Checked =>
    check(kind, replaced(sample, site.pointer, value));

  /** Asserts that a value in the place of a site has exactly these findings there, and no definition but for warnings. */
  const refused = (site: Site, value: Json, code: FindingCode, more: Pointer = [], key = false): void => {
    const { findings, source, data } = at(site, value);
    const about = `${site.at} with ${JSON.stringify(value).slice(0, 80)}`;
    assert.deepEqual(
      findings.map((one) => one.code),
      [code],
      about,
    );
    const pointer = [...site.pointer, ...more];
    const place = source.place(pointer, key ? 'key' : 'value');
    const [{ file, line, column, path } = findings[0] as never] = findings as [Finding];
    assert.deepEqual({ file, line, column }, place, about);
    assert.equal(path, site.pointer.join('/'), about);
    assert.equal(data, undefined, about);
  };
  /** A value with the other items of its list, which may need several and may not hold it twice. */
  const inList = (site: Site, value: Json): [Site, Json] => {
    const index = site.pointer.at(-1);
    if (typeof index !== 'number') return [site, value];
    const pointer = site.pointer.slice(0, -1);
    const others = (valueAt(sample, pointer) as readonly Json[]).filter(
      (one, i) => i !== index && one !== value,
    );
    return [{ ...site, pointer }, [value, ...others]];
  };
  const accepted = (site: Site, value: Json): void => {
    const { findings, data } = at(site, value);
    assert.deepEqual(findings, [], `${site.at} with ${JSON.stringify(value).slice(0, 80)}`);
    assert.deepEqual(data, replaced(sample, site.pointer, value));
  };
  /** Asserts that a value has a finding of a code, whatever else it has. */
  const limited = (site: Site, value: Json, code: FindingCode): void => {
    const { findings, data } = at(site, value);
    assert.ok(
      findings.some((one) => one.code === code && one.path === site.pointer.join('/')),
      site.at,
    );
    assert.equal(data, undefined);
  };

  describe(`samples of ${kind}`, () => {
    test('the full sample and the smallest one are valid', () => {
      const full = check(kind, sample);
      assert.deepEqual(full.findings, []);
      assert.deepEqual(full.data, sample);
      assert.deepEqual(check(kind, minimal(root, sample)).findings, []);
    });

    test('the full sample uses every property, and both branches of every choice', () => {
      const met = new Set<string>();
      const visit = (located: Located): void => {
        const { at: address, node } = resolved(located);
        if (met.has(address)) return;
        met.add(address);
        for (const [key, part] of Object.entries(node.properties ?? {}))
          visit({ at: `${address}/properties/${key}`, node: part });
        if (node.items !== undefined) visit({ at: `${address}/items`, node: node.items });
        for (const [i, part] of (node.anyOf ?? []).entries())
          visit({ at: `${address}/anyOf/${i}`, node: part });
      };
      visit(root);
      const choices = [...met].filter((address) => nodeAt(address)?.anyOf !== undefined);
      const covered = new Set([...before, ...all.map((site) => site.at), ...choices]);
      assert.deepEqual(
        [...met].filter((address) => !covered.has(address)),
        [],
      );
      for (const site of sites) {
        const keys = Object.keys(site.node.properties ?? {});
        if (keys.length > 0 && !site.at.endsWith('/$defs/child'))
          assert.deepEqual(
            keys.filter((key) => !Object.hasOwn(site.value as object, key)),
            [],
            site.at,
          );
      }
    });

    test('a missing key is reported at its parent', () => {
      for (const site of sites) {
        for (const key of site.node.required ?? []) {
          const value = replaced(site.value, [key], undefined);
          // Without any key it is an empty mapping at the same position.
          refused(site, value, 'schema/missing-key');
          const { findings } = at(site, value);
          assert.match(findings[0]?.message ?? '', new RegExp(`'${key}'`));
        }
      }
    });

    test('a key that only some mappings need is missed there', () => {
      for (const site of sites) {
        const unless = site.node.if?.not?.required ?? [];
        for (const key of site.node.then?.required ?? []) {
          const without = replaced(site.value, [key], undefined);
          const [other = ''] = unless;
          accepted(site, without);
          refused(site, replaced(without, [other], undefined), 'schema/missing-key');
        }
      }
    });

    test('an unknown key is refused at the key', () => {
      for (const site of sites) {
        if (site.node.properties === undefined) continue;
        for (const key of ['zzz', 'constructor', 'toString', 'x/y~z'])
          refused(site, { ...(site.value as object), [key]: 'x' }, 'schema/unknown-key', [key], true);
      }
    });

    test('each word of a closed set passes, any other fails', () => {
      for (const site of sites) {
        if (site.node.enum === undefined) continue;
        for (const word of site.node.enum) accepted(...inList(site, word));
        for (const word of ['zzz', '', 'Constructor', 'confirmed '])
          refused(site, word, 'schema/not-allowed');
      }
    });

    test('a constant takes no other value', () => {
      for (const site of sites)
        if (site.node.const !== undefined) refused(site, !site.node.const, 'schema/not-allowed');
    });

    test('each format accepts valid text and rejects invalid text', () => {
      for (const site of sites) {
        if (site.node.pattern === undefined) continue;
        const samples = PATTERN_SAMPLES[site.at];
        assert.ok(samples, site.at);
        for (const value of samples.passing) accepted(...inList(site, value));
        for (const value of samples.failing) refused(site, value, 'schema/bad-form');
      }
    });

    test('text has a least and a greatest length', () => {
      for (const site of sites) {
        const { minLength, maxLength } = site.node;
        if (maxLength !== undefined) {
          accepted(site, ofLength(site, maxLength));
          refused(site, ofLength(site, maxLength + 1), 'schema/size');
        }
        if (minLength !== undefined) limited(site, ofLength(site, minLength - 1), 'schema/size');
      }
    });

    test('lists have a least and a greatest length, and refuse what is repeated', () => {
      for (const site of sites) {
        const { minItems, maxItems, uniqueItems } = site.node;
        const items = site.value as readonly Json[];
        if (maxItems !== undefined) {
          accepted(site, itemsOf(site, items, maxItems));
          limited(site, itemsOf(site, items, maxItems + 1), 'schema/size');
          if (uniqueItems) refused(site, [items[0], items[0]] as Json, 'schema/repeated', [1]);
        }
        if (minItems !== undefined) refused(site, [], 'schema/size');
      }
    });

    test('numbers have a least and a greatest value', () => {
      for (const site of sites) {
        const { minimum, maximum } = site.node;
        if (minimum === undefined || maximum === undefined) continue;
        for (const value of [minimum, maximum]) accepted(site, value);
        for (const value of [minimum - 1, maximum + 1]) refused(site, value, 'schema/size');
      }
    });

    test('a value of another type is rejected with a message', () => {
      for (const site of sites) {
        const wrong =
          site.node.type === 'array'
            ? [{ a: 'b' }, 'text']
            : [['a'], ...(site.node.type === 'object' ? [] : [{ a: 'b' }])];
        for (const value of wrong) {
          if (typesAt(site).includes(typeOf(value))) continue;
          refused(site, value, 'schema/wrong-type');
        }
      }
    });

    test('a number where text is meant is taken as spelled on the wire, and refused elsewhere', () => {
      for (const site of sites) {
        if (site.node.type !== 'string' || typesAt(site).includes('integer')) continue;
        if (site.at.endsWith('/$defs/wireValue')) {
          const { findings, data } = at(site, 42);
          assert.deepEqual(
            findings.map(({ code }) => code),
            ['schema/unquoted-value'],
          );
          assert.deepEqual(data, replaced(sample, site.pointer, '42'));
        } else refused(site, 42, site.node.enum === undefined ? 'schema/unquoted' : 'schema/not-allowed');
      }
    });
  });

  /** The types of the values that the place of a site could hold: several for a choice. */
  function typesAt(site: Site): (string | undefined)[] {
    let located = resolved(root);
    for (const [i, step] of site.pointer.entries()) {
      located = branchFor(located, valueAt(sample, site.pointer.slice(0, i)));
      const part = typeof step === 'number' ? located.node.items : located.node.properties?.[step];
      const suffix = typeof step === 'number' ? 'items' : `properties/${step}`;
      located = resolved({ at: `${located.at}/${suffix}`, node: part ?? {} });
    }
    return branchesOf(located).map(({ node }) => node.type);
  }
}
