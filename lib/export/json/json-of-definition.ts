import { type ClientPart, partsOfClient } from '../../corpus/clients/parts-of-client.ts';
import { stanzasOfNode, usesOfNode } from '../../corpus/facts/uses-of-node.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { citedIn } from '../../corpus/sources/checks/citations-of-parts.ts';
import { isCitable } from '../../corpus/steps/is-citable.ts';
import { usesOfType } from '../../corpus/types/uses-of-type.ts';
import { isFactOwner, isRegistry, KINDS, type PageKind } from '../../schema/kinds.ts';
import { schemaNode } from '../../schema/schema-node.ts';
import { answersJson } from '../answers/answers-json.ts';
import type { ExportContext } from './export-context.ts';
import { jsonOfData, jsonOfReferences } from './json-of-data.ts';
import { omitEmpty } from './omit-empty.ts';

export type DefinitionJson = { readonly id: string; readonly url: string } & Readonly<
  Record<string, unknown>
>;

/**
 * A definition as JSON, without its facts: the keys of the YAML, its URLs and questions, and the paths of the facts that
 * rest on it.
 */
export function jsonOfDefinition(entry: Entry<PageKind>, context: ExportContext): DefinitionJson {
  const { addresses, corpus } = context;
  const { kind, id } = entry;
  const schema = schemaNode(KINDS[kind].schema);
  const base = {
    id,
    url: addresses.definition(kind, id),
    ...omitEmpty('yaml', addresses.yaml(entry)),
  };
  switch (kind) {
    case 'stanza':
      return { ...base, ...jsonOfStanza(entry as Entry<'stanza'>, context) };
    case 'node':
      return { ...base, ...jsonOfNode(entry as Entry<'node'>, context) };
    case 'enum': {
      const { data } = entry as Entry<'enum'>;
      return {
        ...base,
        title: data.title,
        status: data.status,
        summary: data.summary,
        ...omitEmpty('rated_lower', data.rated_lower),
        tally: context.tally(corpus.factsOf.enum.get(id) ?? []),
        used_by: (corpus.usesOfEnum.get(id) ?? []).map(({ path }) => path),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...omitEmpty('references', jsonOfReferences(data.references ?? [])),
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
        ...omitEmpty('rated_lower', data.rated_lower),
        ...omitEmpty('rules', data.rules),
        ...omitEmpty('fragment', data.fragment),
        ...omitEmpty('observers', data.observers),
        participants: data.participants,
        steps: jsonOfSteps(entry as Entry<'flow'>, context),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...omitEmpty('references', jsonOfReferences(data.references ?? [])),
      };
    }
    default: {
      const { id: _, open_questions: __, ...rest } = { open_questions: undefined, ...entry.data };
      return {
        ...base,
        ...withHome(jsonOfData(rest, schema, schema, addresses)),
        ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
        ...(isFactOwner(kind) ? { tally: context.tally(corpus.factsOf[kind].get(id) ?? []) } : {}),
        ...(KINDS[kind].cited === true ? omitEmpty('cited_in', citedIn(corpus, id)) : {}),
        ...(kind === 'type' ? { used_by: usesOfType(corpus, id).map(({ path }) => path) } : {}),
        ...(isRegistry(kind) ? { facts: context.restingOn(kind, id).map(({ path }) => path) } : {}),
        ...(kind === 'flavor' ? { parts: partsOfClient(corpus, id).map(jsonOfPart) } : {}),
      };
    }
  }
}

/** A part that a client is known to have, in the file of the client. */
export interface ClientPartJson {
  readonly path: string;
  /** What its code does with it; empty if it only names it. */
  readonly does: readonly ('writes' | 'reads')[];
}

const jsonOfPart = ({ fact, mark }: ClientPart): ClientPartJson => ({
  path: fact.path,
  does: (['writes', 'reads'] as const).filter((one) => mark[one]),
});

function jsonOfStanza({ kind, id, data }: Entry<'stanza'>, context: ExportContext) {
  return {
    tag: data.tag,
    display_name: data.display_name,
    category: data.category,
    ...omitEmpty('phase', data.phase),
    ...omitEmpty('order', data.order),
    direction: data.direction,
    ...omitEmpty('match', data.match),
    ...omitEmpty('envelope', data.envelope),
    ...omitEmpty('use', data.use),
    status: data.status,
    spec_version: data.spec_version,
    summary: data.summary,
    ...omitEmpty('keywords', data.keywords),
    ...omitEmpty('rated_lower', data.rated_lower),
    ...omitEmpty('children_order', data.children_order),
    tally: context.tally(context.corpus.factsOf.stanza.get(id) ?? []),
    ...omitEmpty('examples', data.examples),
    ...omitEmpty('notes', data.notes),
    ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
    ...omitEmpty('references', jsonOfReferences(data.references ?? [])),
    ...omitEmpty('answers', answersJson(context.corpus, id, context.addresses)),
    ...omitEmpty('flows', context.flowsWith(id)),
    ...omitEmpty('moved_from', data.moved_from),
  };
}

function jsonOfNode({ kind, id, data }: Entry<'node'>, context: ExportContext) {
  const { corpus } = context;
  return {
    tag: data.tag,
    display_name: data.display_name,
    status: data.status,
    spec_version: data.spec_version,
    summary: data.summary,
    ...omitEmpty('rated_lower', data.rated_lower),
    ...omitEmpty('children_order', data.children_order),
    tally: context.tally(corpus.factsOf.node.get(id) ?? []),
    used_by: [
      ...stanzasOfNode(corpus, id).map((one) => one.id),
      ...usesOfNode(corpus, id).map(({ path }) => path),
    ],
    ...omitEmpty('notes', data.notes),
    ...omitEmpty('questions', context.questionsOf(kind, id).map(context.question)),
    ...omitEmpty('references', jsonOfReferences(data.references ?? [])),
    ...omitEmpty('moved_from', data.moved_from),
  };
}

function jsonOfSteps({ id, data }: Entry<'flow'>, { addresses, corpus, fact }: ExportContext): object[] {
  const schema = schemaNode(KINDS.flow.schema);
  const steps = jsonOfData(data, schema, schema, addresses)['steps'] as readonly object[];
  const facts = corpus.factsOf.flow.get(id) ?? [];
  return facts.map((one, i) => {
    const { path, url, evidence, history } = fact(one);
    return {
      ...(isCitable(one) ? { path, url } : {}),
      ...steps[i],
      evidence,
      ...omitEmpty('history', history),
    };
  });
}

// `url` is the page on this site; the entry's own `url` is exported as `home`.
function withHome(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key === 'url' ? 'home' : key, value]),
  );
}
