import { payloadTagsOf } from '../../../lib/corpus/lookup/payload-tags-of.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { stepAt } from '../../../lib/corpus/steps/step-at.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Confidence, Machine, Prose, Transition } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type StateLayout, stateLayout } from './state-layout.ts';

/** A fact that shows a transition. */
interface Cited extends Ref {
  readonly confidence: Confidence;
}

/** A transition as it is shown. */
export interface TransitionView {
  readonly from: Ref;
  readonly to: Ref;
  /** Such as `receives preaccept`. */
  readonly words: string;
  readonly when: Transition['when'];
  /** The same without the verb. */
  readonly label: string;
  readonly stanza: Ref | undefined;
  readonly note: Prose | undefined;
  readonly evidence: readonly Cited[];
}

/** Everything that the page of a state machine shows. */
export interface MachinePage {
  readonly machine: Machine;
  readonly description: string;
  readonly transitions: readonly TransitionView[];
  readonly layout: StateLayout;
  /** The machines of the other sides. */
  readonly others: readonly Ref[];
  readonly references: readonly ReturnType<Links['reference']>[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
}

/**
 * The page of a state machine.
 * @throws when the corpus has no machine of this id
 */
export function machinePage({ corpus }: Publication, links: Links, id: string): MachinePage {
  const entry = corpus.definitions.machine.get(id);
  if (entry === undefined) throw new Error(`no machine ${id}`);
  const { data } = entry;
  const at = new Map(data.states.map((state, index) => [state.id, { index, title: state.title }]));
  // A rule reports transitions of states that are not there.
  const transitions = data.transitions.filter(({ from, to }) => at.has(from) && at.has(to));
  const state = (one: string): Ref => ({ text: at.get(one)?.title ?? one, href: fragment(one) });
  return {
    machine: data,
    description: plainProse(data.summary),
    transitions: transitions.map((transition) => {
      const label = labelOf(transition, corpus);
      return {
        from: state(transition.from),
        to: state(transition.to),
        words: VERBS[transition.when] === '' ? label : `${VERBS[transition.when]} ${label}`,
        when: transition.when,
        label,
        stanza: transition.stanza === undefined ? undefined : stanzaRef(transition.stanza, corpus, links),
        note: transition.note,
        evidence: transition.evidence.flatMap((path) => citedAt(path, corpus, links)),
      };
    }),
    layout: stateLayout(
      data.states.length,
      transitions.map(({ from, to }) => ({ from: at.get(from)?.index ?? 0, to: at.get(to)?.index ?? 0 })),
    ),
    others: [...corpus.definitions.machine.values()]
      .filter((other) => other !== entry)
      .map((other) => ({ text: other.data.title, href: links.definition('machine', other.id) })),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
  };
}

const VERBS: Readonly<Record<Transition['when'], string>> = {
  sent: 'sends',
  received: 'receives',
  otherwise: '',
};

/** What happens in a transition: as it says itself, or the tag of its stanza. */
function labelOf({ label, stanza }: Transition, corpus: Corpus): string {
  return label ?? (stanza === undefined ? 'something else' : (payloadTagsOf(corpus, stanza)[0] ?? stanza));
}

const stanzaRef = (id: string, { definitions }: Corpus, links: Links): Ref => ({
  text: definitions.stanza.get(id)?.data.display_name ?? id,
  href: links.definition('stanza', id),
});

/** A step by its flow and its number, a requirement by its part and its id. */
function citedAt(path: string, corpus: Corpus, links: Links): Cited[] {
  const fact = corpus.factByPath.get(path);
  if (fact === undefined) return [];
  const step = stepAt(corpus, path);
  const entry = corpus.definitions[fact.ownerKind].get(fact.owner);
  const title = entry === undefined ? fact.owner : titleOf(entry);
  const text = step === undefined ? `${title}: ${fact.anchor}` : `${title}, step ${step.index + 1}`;
  return [{ text, href: links.fact(fact), confidence: fact.confidence }];
}
