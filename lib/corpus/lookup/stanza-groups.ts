import type { Category, Phase, Stanza } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';

/** The categories of stanzas in their order, each with the name that readers see. */
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  signaling: 'Signaling',
  keying: 'Keying',
  media: 'Media',
  transport: 'Transport',
};

/** Stanzas that lists show together, under one heading. */
export interface StanzaGroup {
  /** The id of the phase or category; undefined for stanzas without a phase where others have one. */
  readonly id: string | undefined;
  readonly title: string;
  readonly summary: string | undefined;
  /** Whether it is no step of the sequence of the groups. */
  readonly aside: boolean;
  readonly entries: readonly Entry<'stanza'>[];
}

/** The phase of a stanza; undefined if it names none, or one that the spec does not list. */
export const phaseOf = ({ spec }: Corpus, { phase }: Pick<Stanza, 'phase'>): Phase | undefined =>
  phase === undefined ? undefined : spec.phases?.find(({ id }) => id === phase);

/**
 * The stanzas of a corpus, in the order in which the site lists them: by the phases of the spec, and within a phase by
 * their order and their ids. Without phases, by category and id. Groups without stanzas are left out.
 */
export const stanzaGroups = memoizeBy((corpus: Corpus): readonly StanzaGroup[] => {
  const stanzas = [...corpus.definitions.stanza.values()];
  const { phases = [] } = corpus.spec;
  if (phases.length === 0) return byCategory(stanzas);
  const byPhase = Map.groupBy(stanzas, ({ data }) => phaseOf(corpus, data)?.id);
  const listed = phases.map((phase) => ({ summary: undefined, aside: false, ...phase }));
  const others = { id: undefined, title: 'Other stanzas', summary: undefined, aside: true };
  return [...listed, others].flatMap((group) => {
    const entries = byPhase.get(group.id);
    return entries === undefined ? [] : [{ ...group, entries: entries.toSorted(byOrder) }];
  });
});

function byCategory(stanzas: readonly Entry<'stanza'>[]): StanzaGroup[] {
  const groups = Map.groupBy(stanzas, ({ data }) => data.category);
  return (Object.keys(CATEGORY_TITLES) as Category[]).flatMap((id) => {
    const entries = groups.get(id);
    return entries === undefined
      ? []
      : [{ id, title: CATEGORY_TITLES[id], summary: undefined, aside: true, entries }];
  });
}

const byOrder = (a: Entry<'stanza'>, b: Entry<'stanza'>): number =>
  (a.data.order ?? Number.MAX_SAFE_INTEGER) - (b.data.order ?? Number.MAX_SAFE_INTEGER) ||
  compareText(a.id, b.id);
