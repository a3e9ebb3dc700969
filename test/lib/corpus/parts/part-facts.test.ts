import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fact } from '../../../../lib/corpus/model/fact.ts';
import { countParts, partWords } from '../../../../lib/corpus/parts/count-parts.ts';
import { freeCode } from '../../../../lib/corpus/parts/free-code.ts';
import { placeFields } from '../../../../lib/corpus/parts/place-fields.ts';
import { bytesOfHex, readField } from '../../../../lib/corpus/parts/read-field.ts';
import { requirementsAbout } from '../../../../lib/corpus/parts/requirements-about.ts';
import { measureCoverage } from '../../../../lib/coverage/measure-coverage.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../../../lib/diff/bundle/bundle-text.ts';
import { pathResolver } from '../../../../lib/diff/bundle/path-resolver.ts';
import { readBundle } from '../../../../lib/diff/bundle/read-bundle.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { publicationOf } from '../../../site/corpus-of.ts';
import { PART, PART_FILES } from './part-files.ts';

const withPart = (yaml: string) =>
  publicationOf({ ...PART_FILES, 'signalling/call-end.yaml': yaml }).publication.corpus;
const corpus = withPart(PART);
const facts: readonly Fact[] = corpus.factsOf.part.get('call-end') ?? [];

describe('what a part says', () => {
  it('is facts with a path and an anchor of their own', () => {
    assert.deepEqual(
      facts.map(({ path, kind, anchor }) => [path, kind, anchor]),
      [
        ['part/call-end#answers', 'requirement', 'answers'],
        ['part/call-end#bare', 'requirement', 'bare'],
        ['part/call-end#code.kind', 'field', 'code.kind'],
        ['part/call-end#code.marks', 'field', 'code.marks'],
        ['part/call-end#code.port', 'field', 'code.port'],
        ['part/call-end#code.text', 'field', 'code.text'],
        ['part/call-end#derive', 'procedure', 'derive'],
      ],
    );
    assert.equal(
      corpus.factByPath.get('part/call-end#answers')?.description,
      'A reader takes `busy` for no error.',
    );
  });

  it('is counted beside other facts, with what has no evidence', () => {
    const { all, stanzaFacts, enumValues, steps, statements, byPart } = measureCoverage(corpus);
    assert.equal(statements.facts, 7);
    assert.equal(all.facts, stanzaFacts.facts + enumValues.facts + steps.facts + statements.facts);
    assert.deepEqual(
      byPart.map(({ id, facts: n }) => [id, n]),
      [
        ['call-end', 7],
        ['ending-keys', 0],
      ],
    );
    const counts = countParts(corpus);
    assert.equal(
      counts && partWords(counts),
      '2 parts: 2 requirements, 1 layout with 4 fields, 1 procedure with 1 step; 9 statements without evidence, 4 of them only in Markdown',
    );
  });

  it('is found by the fact that a requirement speaks of', () => {
    assert.deepEqual(
      requirementsAbout(corpus, 'call-end:end@reason').map(({ path }) => path),
      ['part/call-end#answers'],
    );
    assert.deepEqual(
      requirementsAbout(corpus, 'call-end').map(({ path }) => path),
      ['part/call-end#bare'],
    );
  });

  it('is found at the order of children, and only there, if it speaks of that', () => {
    const ordered = withPart(PART.replace('{ id: bare', '{ id: bare, about: order'));
    const found = (about?: 'order'): string[] =>
      requirementsAbout(ordered, 'call-end', about).map(({ path }) => path);
    assert.deepEqual([found('order'), found()], [['part/call-end#bare'], []]);
  });
});

describe('the fields of a layout', () => {
  it('follow each other, and give the values of a vector', () => {
    const layout = corpus.definitions.part.get('call-end')?.data.layout?.[0];
    assert.ok(layout);
    const { fields, problems } = placeFields(layout);
    assert.deepEqual(problems, []);
    const bytes = bytesOfHex('2196 0d 41') ?? new Uint8Array();
    assert.deepEqual(
      fields.map((one) => [one.start, one.end, readField(one, bytes, undefined)?.printed]),
      [
        [0, 4, '2'],
        [4, 8, '0x1'],
        [8, 24, '3478'],
        [24, 32, 'A'],
      ],
    );
  });

  it('are no text where the bytes are none', () => {
    const field = { name: 'a', bytes: 1, type: 'utf8', meaning: '', confidence: 'unknown' } as const;
    assert.equal(readField({ field, index: 0, start: 0, end: 8 }, Uint8Array.of(0xff), undefined), undefined);
    const signed = { ...field, type: 'int' };
    assert.equal(
      readField({ field: signed, index: 0, start: 0, end: 8 }, Uint8Array.of(0xff), undefined)?.printed,
      '-1',
    );
  });
});

describe('a release', () => {
  const before = bundleOf(corpus);
  const changesTo = (yaml: string) => compare(before, bundleOf(withPart(yaml)));

  it('keeps what a part says', () => {
    const read = readBundle(bundleText(before));
    assert.ok('bundle' in read, JSON.stringify(read));
    assert.deepEqual(read.bundle.facts.find(({ path }) => path === 'part/call-end#answers')?.part, {
      level: 'must-not',
      actor: 'reader',
      subject: 'call-end:end@reason',
      consequence: 'The other side rings on.',
    });
  });

  it('tells what changed in it', () => {
    const changes = changesTo(PART.replace('level: must-not', 'level: should-not'));
    assert.deepEqual(
      changes.map((one) => [one.kind, one.path, 'aspect' in one && one.aspect]),
      [['reshaped', 'part/call-end#answers', 'level']],
    );
    assert.deepEqual(
      changesTo(PART.replace(/ {2}- \{ id: bare.*\n/, '')).map(({ kind, path }) => [kind, path]),
      [['removed', 'part/call-end#bare']],
    );
  });

  it('leads from a former part to the same part of its successor', () => {
    const now = bundleOf(withPart(`${PART}moved_from: [parts/old-end]\n`));
    assert.deepEqual(pathResolver(now)('part/old-end#answers'), {
      kind: 'moved',
      path: 'part/call-end#answers',
      reason: undefined,
    });
  });
});

it('a new part gets a code that no other has', () => {
  assert.equal(freeCode(corpus, 'signalling'), 'SIG-02');
  assert.equal(freeCode(corpus, 'own'), 'OWN-01');
});
