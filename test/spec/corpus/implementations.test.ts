import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientsOfFact } from '../../../lib/corpus/clients/clients-of-fact.ts';
import { factsRestingOn } from '../../../lib/corpus/evidence/rests-on.ts';
import { factList } from '../../../lib/corpus/lists/fact-list.ts';
import { exportContext } from '../../../lib/export/json/export-context.ts';
import { linksOf } from '../../../site/model/links/links.ts';
import { evidenceView } from '../../../site/model/views/evidence-view.ts';
import { LIVE_CORPUS as corpus } from '../live-spec.ts';

const publication = {
  corpus,
  origin: undefined,
  base: '/',
  commit: undefined,
  date: undefined,
  directory: 'spec',
};

test('how many implementations show a fact is one number, wherever a reader meets it', () => {
  const { fact: jsonOf } = exportContext(publication);
  const links = linksOf(publication);
  const isOne = ([, { data }]: readonly [string, { readonly data: { readonly kind?: string } }]): boolean =>
    (data.kind ?? 'implementation') === 'implementation';
  const resting = new Map(
    [...corpus.definitions.flavor]
      .filter(isOne)
      .map(([id]) => [id, new Set(factsRestingOn(corpus, 'flavor', id))]),
  );
  for (const { fact, implementations } of factList(corpus)) {
    const words = /(\d+) (?:independent )?impl/;
    const { evidence } = jsonOf(fact);
    const view = evidenceView(fact, { corpus, links, yaml: undefined, report: undefined });
    const said = {
      row: Number(words.exec(view.evidence)?.[1] ?? 0),
      json: evidence.implementations,
      words: Number(words.exec(evidence.words)?.[1] ?? 0),
      pages: [...resting.values()].filter((facts) => facts.has(fact)).length,
    };
    const { writes, reads, names, described } = clientsOfFact(fact, corpus);
    const listed = new Set([...writes, ...reads, ...names]);
    assert.ok(listed.size === implementations || (listed.size === 0 && fact.inside.length > 0), fact.path);
    assert.ok(
      [...listed].every((id) => !described.includes(id)),
      fact.path,
    );
    const one = implementations;
    assert.deepEqual(said, { row: one, json: one, words: one, pages: one }, fact.path);
  }
});
