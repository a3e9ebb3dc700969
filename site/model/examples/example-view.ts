import { exampleFaults } from '../../../lib/corpus/examples/example-faults.ts';
import { exampleWords, FAULT_WORDS } from '../../../lib/corpus/examples/example-words.ts';
import type { Leg } from '../../../lib/corpus/match/leg.ts';
import { type ExampleLink, matchExample } from '../../../lib/corpus/match/match-example.ts';
import { matchTarget } from '../../../lib/corpus/match/match-node.ts';
import { parseXml, type XmlNode } from '../../../lib/corpus/match/parse-xml.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { nodeObject } from '../../../lib/export/examples/node-object.ts';
import { typedExample } from '../../../lib/export/examples/typed-example.ts';
import type { Example, Prose, Stanza } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';

/** An example as it is shown. */
export interface ExampleView {
  readonly anchor: string;
  readonly title: string;
  /** The leg that it shows, if it says so. */
  readonly leg: Leg | undefined;
  /** The leg, or that nobody should copy it, in words. */
  readonly words: string | undefined;
  /** Of an example that is kept for the record: what in it nobody should copy. */
  readonly faults: readonly FaultView[] | undefined;
  readonly note: Prose | undefined;
  readonly format: Example['format'];
  readonly body: string;
  /** Which fact defines each tag and attribute of it. */
  readonly links: readonly ExampleLink[];
  /** The same for a program; those that the example has. */
  readonly forms: readonly ExampleForm[];
}

/** Something in an example that nobody should copy. */
export interface FaultView {
  /** As the example writes it. */
  readonly what: string;
  readonly href: string | undefined;
  readonly why: string;
}

/** Another form of an example. */
export interface ExampleForm {
  readonly form: 'node' | 'typescript';
  readonly text: string;
}

/** The examples of a stanza, linked to the facts that they show. */
export function exampleViews({ id, examples = [] }: Stanza, corpus: Corpus, links: Links): ExampleView[] {
  return examples.map((example, i) => {
    const { title, note, format, leg } = example;
    const body = example.body.replace(/\s+$/, '');
    const parsed = format === 'xml' ? parseXml(body) : undefined;
    const root = parsed !== undefined && 'root' in parsed ? parsed.root : undefined;
    const faults = example.historical === true ? faultViews(id, example, corpus, links) : undefined;
    return {
      anchor: `~example-${i + 1}`,
      title,
      leg,
      words: exampleWords(example),
      faults,
      note,
      format,
      body,
      links: root === undefined ? [] : linksOfExample(root, id, leg, corpus),
      // What nobody should copy is not there to be copied.
      forms: root === undefined || faults !== undefined ? [] : formsOf(root, id, leg, corpus),
    };
  });
}

function linksOfExample(
  root: XmlNode,
  id: string,
  leg: Leg | undefined,
  corpus: Corpus,
): readonly ExampleLink[] {
  const valuesOf = (one: string): string[] | undefined =>
    corpus.definitions.enum.get(one)?.data.values.map(({ value }) => value);
  return matchExample(root, matchTarget(corpus, id), valuesOf, { leg }).links;
}

function formsOf(root: XmlNode, id: string, leg: Leg | undefined, corpus: Corpus): ExampleForm[] {
  const definition = corpus.nodeOf.stanza.get(id);
  const typescript = typedExample(root, id, leg, corpus);
  return [
    ...(definition === undefined
      ? []
      : [{ form: 'node' as const, text: nodeObject(root, definition, corpus) }]),
    ...(typescript === undefined ? [] : [{ form: 'typescript' as const, text: typescript }]),
  ];
}

const faultViews = (id: string, example: Example, corpus: Corpus, links: Links): FaultView[] =>
  exampleFaults(id, example, corpus).map(({ kind, what, path }) => {
    const fact = corpus.factByPath.get(path);
    return { what, href: fact && links.fact(fact), why: FAULT_WORDS[kind] };
  });
