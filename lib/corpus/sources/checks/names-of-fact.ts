import type { Corpus } from '../../model/corpus.ts';
import { enumOfType } from '../../model/enum-of-type.ts';
import type { Fact } from '../../model/fact.ts';

/**
 * The names that go over the wire for a fact. A source in code shows the fact if it has one of them. Empty if there is
 * none, such as for the empty value of an enum, a step of a flow or what a part says, whose code is a function.
 */
export function namesOfFact(fact: Fact, corpus: Corpus): readonly string[] {
  switch (fact.kind) {
    case 'attribute':
    case 'value':
      return fact.name === '' ? [] : [fact.name];
    case 'child': {
      const tags = enumOfType(fact.child?.tags_from);
      const values = tags === undefined ? [] : (corpus.definitions.enum.get(tags)?.data.values ?? []);
      return [fact.name, ...values.map(({ value }) => value)];
    }
    case 'choice':
      return (fact.choice?.of ?? []).map((member) => member.replace(/^@/, ''));
    case 'content':
      return [tagOfNode(fact, corpus)];
    case 'step':
    case 'requirement':
    case 'field':
    case 'procedure':
      return [];
    default:
      return fact.kind satisfies never;
  }
}

function tagOfNode({ node, ownerKind, owner }: Fact, { definitions }: Corpus): string {
  if (node !== '') return node.slice(node.lastIndexOf('/') + 1);
  return (
    (ownerKind === 'stanza' || ownerKind === 'node'
      ? definitions[ownerKind].get(owner)?.data.tag
      : undefined) ?? owner
  );
}
