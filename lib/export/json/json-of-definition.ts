import type { Entry } from '../../corpus/model/corpus.ts';
import type { PageKind } from '../../schema/kinds.ts';
import type { Flow, Reference } from '../../schema/types.generated.ts';
import { type ExportContext, isRegistry } from './export-context.ts';
import { jsonOfDispute } from './json-of-fact.ts';
import { omitEmpty } from './omit-empty.ts';

export type DefinitionJson = { readonly id: string; readonly url: string } & Readonly<
  Record<string, unknown>
>;

/**
 * A definition for programs, without its facts: its keys as in the YAML, with addresses, its questions and the facts
 * that rest on it.
 */
export function jsonOfDefinition(entry: Entry<PageKind>, context: ExportContext): DefinitionJson {
  const { addresses, corpus } = context;
  const { kind, id } = entry;
  const base = {
    id,
    url: addresses.definition(kind, id),
    ...omitEmpty('yaml', addresses.yaml(entry)),
  };
  switch (kind) {
    case 'stanza': {
      const { data } = entry as Entry<'stanza'>;
      return {
        ...base,
        tag: data.tag,
        display_name: data.display_name,
        category: data.category,
        direction: data.direction,
        ...omitEmpty('match', data.match),
        status: data.status,
        spec_version: data.spec_version,
        summary: data.summary,
        ...omitEmpty('children_order', data.children_order),
        tally: context.tally(corpus.factsOfStanza.get(id) ?? []),
        ...omitEmpty('examples', data.examples),
        ...omitEmpty('notes', data.notes),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...omitEmpty('references', referencesOf(data.references)),
        ...omitEmpty('flows', context.flowsWith(id)),
        ...omitEmpty('moved_from', data.moved_from),
      };
    }
    case 'enum': {
      const { data } = entry as Entry<'enum'>;
      return {
        ...base,
        title: data.title,
        status: data.status,
        summary: data.summary,
        tally: context.tally(corpus.factsOfEnum.get(id) ?? []),
        used_by: (corpus.usesOfEnum.get(id) ?? []).map(({ path }) => path),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...omitEmpty('references', referencesOf(data.references)),
        ...omitEmpty('moved_from', data.moved_from),
      };
    }
    case 'flow': {
      const { data } = entry as Entry<'flow'>;
      return {
        ...base,
        title: data.title,
        status: data.status,
        spec_version: data.spec_version,
        summary: data.summary,
        participants: data.participants,
        steps: data.steps.map((step) => jsonOfStep(step, context)),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...omitEmpty('references', referencesOf(data.references)),
      };
    }
    default:
      return {
        ...base,
        ...withReferences(entry.data),
        ...(isRegistry(kind) ? { facts: context.restingOn(kind, id).map(({ path }) => path) } : {}),
      };
  }
}

function jsonOfStep(step: Flow['steps'][number], { addresses }: ExportContext): object {
  const { provenance, disputes, ...rest } = step;
  return {
    ...rest,
    ...omitEmpty('techniques', provenance?.techniques),
    ...omitEmpty('flavors', provenance?.flavors),
    ...omitEmpty('contributors', provenance?.contributors),
    ...omitEmpty('tools', provenance?.tools),
    ...omitEmpty('sources', provenance?.sources?.map(addresses.source)),
    ...omitEmpty(
      'disputes',
      disputes?.map((one) => jsonOfDispute(one, addresses)),
    ),
  };
}

// A reference is an address alone or with a title; programs get one form.
function referencesOf(references: readonly Reference[] | undefined): object[] {
  return (references ?? []).map((one) => (typeof one === 'string' ? { url: one } : one));
}

// `url` is the page on this site; the entry's own `url` is exported as `home`.
function withReferences(data: Entry<PageKind>['data']): object {
  const { id: _, ...rest } = data;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      if (key === 'url') return ['home', value];
      return key === 'references' || key === 'links'
        ? [key, referencesOf(value as readonly Reference[])]
        : [key, value];
    }),
  );
}
