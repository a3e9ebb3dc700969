import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { walkOf } from '../../../lib/corpus/guides/walk-of.ts';
import { parseXml, type XmlNode } from '../../../lib/corpus/match/parse-xml.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

// The caller is A, the callee is B. The server answers in the name of whom a stanza went to.
const ACCOUNT: Readonly<Record<string, string>> = { caller: 'A', callee: 'B', 'callee-others': 'B' };

const attribute = (node: XmlNode, name: string): string | undefined =>
  node.attributes.find((one) => one.name === name)?.value;
const accountOf = (address: string | undefined): string | undefined => /^[A-Z]/.exec(address ?? '')?.[0];
const inside = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(inside)];

const STEPS = [...LIVE_CORPUS.definitions.guide.values()].flatMap(({ id, data }) =>
  data.sections.flatMap(({ walk }) =>
    walk === undefined
      ? []
      : walkOf(LIVE_CORPUS, walk).steps.map((one, i) => {
          const name = `${id}, step ${i + 1} (${one.step.id})`;
          assert.ok(one.example !== undefined, `${name} has no example`);
          const parsed = parseXml(one.example.example.body);
          assert.ok('root' in parsed, name);
          return { ...one, guide: id, as: walk.as, name, root: parsed.root };
        }),
  ),
);

describe('the walks of the guides', () => {
  it('show for each step an example from its sender, or to its receiver', () => {
    assert.deepEqual(new Set(STEPS.map(({ guide }) => guide)), new Set(['answer-a-call', 'place-a-call']));
    for (const { name, as, way, step, root } of STEPS) {
      const other = ACCOUNT[as] === 'A' ? 'B' : 'A';
      const peer = way === 'send' ? step.to : step.from;
      const [own, theirs] = way === 'send' ? ['from', 'to'] : ['to', 'from'];
      assert.equal(accountOf(attribute(root, theirs as string)), ACCOUNT[peer] ?? other, name);
      const mine = attribute(root, own as string);
      if (mine !== undefined) assert.equal(accountOf(mine), ACCOUNT[as], name);
    }
  });

  it('are of one call, and answer to the address that they got', () => {
    for (const guide of ['answer-a-call', 'place-a-call']) {
      const steps = STEPS.filter((one) => one.guide === guide);
      for (const key of ['call-id', 'call-creator']) {
        const values = steps.flatMap(({ root }) =>
          inside(root).flatMap((node) => attribute(node, key) ?? []),
        );
        assert.equal(new Set(values).size, 1, `${guide}: ${key}`);
      }
      for (const { name, way, step, root } of steps) {
        const asked = steps.find((one) => step.answers !== undefined && one.step.id === step.answers);
        if (asked === undefined || way !== 'send' || step.to === 'callee-others') continue;
        assert.equal(attribute(root, 'to'), attribute(asked.root, 'from'), name);
      }
    }
  });

  it('repeat the id of what an ack or a receipt answers', () => {
    const answers = STEPS.filter(({ root }) => ['ack', 'receipt'].includes(root.tag));
    assert.ok(answers.length >= 3);
    for (const { name, guide, step, root } of answers) {
      const asked = STEPS.find((one) => one.guide === guide && one.step.id === step.answers);
      assert.ok(asked !== undefined, name);
      assert.equal(attribute(root, 'id'), attribute(asked.root, 'id'), name);
      assert.equal(attribute(root, 'error'), undefined, name);
    }
  });

  it('show what their texts say: the microphone is on, and one relay a report', () => {
    const nodes = (tag: string) => STEPS.flatMap(({ root }) => inside(root).filter((one) => one.tag === tag));
    assert.equal(nodes('mute_v2').length, 4);
    assert.deepEqual(new Set(nodes('mute_v2').map((one) => attribute(one, 'mute-state'))), new Set(['0']));
    assert.equal(nodes('relaylatency').length, 4);
    for (const { children } of nodes('relaylatency')) {
      assert.equal(children.filter(({ tag }) => tag === 'te').length, 1);
    }
  });
});
