import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { attribute, enumeration, flow, stanza } from '../../../cases/texts.ts';
import { publicationOf } from '../hostile.ts';

const SEEN = 'provenance: { techniques: [mitm-tls] }';
const FILES: ReadonlyMap<string, string> = new Map(
  [
    ...publishedFiles({
      ...publicationOf({
        'stanzas/call-x.yaml': stanza(`rated_lower: All of *one* session.
attributes:
  - ${attribute('a', 'int', SEEN, 'speculative')}
  - ${attribute('b', 'int', `${SEEN}, rated_lower: The <name> was guessed.`, 'speculative')}
  - ${attribute('c', 'int', `${SEEN}, sent: { presence: never, confidence: speculative, rated_lower: 'Seldom | seen.' }`, 'probable')}
`),
        'enums/colors.yaml': enumeration(['red'], 'colors', 'rated_lower: One session.\n').replace(
          'A value.',
          `A value., ${SEEN}`,
        ),
        'flows/a-call.yaml': flow(
          [`from: caller, to: callee, ${SEEN}`, 'from: callee, to: caller'],
          'rated_lower: One call.\n',
        ),
      }),
      releases: [],
    }),
  ].map(({ path, text }) => [path, String(text)]),
);
const text = (path: string): string => FILES.get(path) ?? '';
// biome-ignore lint/suspicious/noExplicitAny: JSON of any form
const json = (path: string): any => JSON.parse(text(path));

describe('the reason why something is rated lower than its evidence supports', () => {
  it('is in the JSON of what is rated lower: its own, or that of its definition', () => {
    const { facts, rated_lower } = json('stanzas/call-x.json');
    assert.deepEqual(
      facts.map((one: { rated_lower?: string }) => one.rated_lower),
      ['All of *one* session.', 'The <name> was guessed.', undefined],
    );
    assert.equal(facts[2].sent.rated_lower, 'Seldom | seen.');
    assert.equal(rated_lower, 'All of *one* session.');
    assert.equal(json('enums/colors.json').facts[0].rated_lower, 'One session.');
    assert.equal(json('flows/a-call.json').rated_lower, 'One call.');
    assert.deepEqual(
      json('coverage.json').raisable.map((one: { path: string; reason?: string }) => [one.path, one.reason]),
      [
        ['call-x:@a', 'All of *one* session.'],
        ['call-x:@b', 'The <name> was guessed.'],
        ['colors=red', 'One session.'],
        ['a-call, step 1', 'One call.'],
      ],
    );
  });

  it('is in the Markdown, without effect', () => {
    const stanzaText = text('stanzas/call-x.md');
    assert.match(stanzaText, /^- Rated lower than the evidence allows: All of \\\*one\\\* session\.$/m);
    assert.match(stanzaText, /^- Rated lower than the evidence allows: The &lt;name&gt; was guessed\.$/m);
    assert.equal(stanzaText.match(/^- Rated lower/gm)?.length, 2);
    assert.match(stanzaText, /Sent: never, speculative; rated lower than the evidence allows: Seldom/);
    // The second step has no evidence.
    assert.equal(
      text('flows/a-call.md').match(/Rated lower than the evidence allows: One call\./g)?.length,
      1,
    );
  });

  it('fits the published schemas', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true });
    for (const [path, schema] of FILES) if (path.startsWith('schema/')) ajv.addSchema(JSON.parse(schema));
    const coverage = json('schema/coverage.schema.json').$id;
    for (const path of ['stanzas/call-x.json', 'enums/colors.json', 'flows/a-call.json', 'coverage.json']) {
      const data = json(path);
      assert.ok(ajv.validate(data.$schema ?? coverage, data), `${path}: ${ajv.errorsText()}`);
    }
  });
});
