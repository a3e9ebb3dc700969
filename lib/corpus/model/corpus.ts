import type { FactOwner, Kind, TypeOfKind } from '../../schema/kinds.ts';
import type { Spec, Technique } from '../../schema/types.generated.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { DefinedNodes } from './defined-node.ts';
import type { Fact } from './fact.ts';
import type { Question } from './question.ts';
import type { PartCitations, SourceChecks } from './source-checks.ts';

/** A definition with the file that it comes from. */
export interface Entry<K extends Kind> {
  readonly kind: K;
  /** The name of the file without .yaml. A rule reports a definition with a different id. */
  readonly id: string;
  readonly data: TypeOfKind[K];
  readonly source: SourceFile;
}

/** A spec in memory: read-only, cross-linked, in the order of ids. */
export interface Corpus {
  /** The title and the rest of spec.yaml, with defaults where there is none. */
  readonly spec: Spec;
  /** The definitions of each kind by id. */
  readonly definitions: { readonly [K in Kind]: ReadonlyMap<string, Entry<K>> };
  /** Kinds whose folder or file does not exist; references to them are not checked. */
  readonly absent: ReadonlySet<Kind>;
  /** Ids of definitions whose file exists, but cannot be read or breaks its schema. */
  readonly broken: ReadonlyMap<Kind, ReadonlySet<string>>;
  /** Every fact once: those of stanzas by id, then of shared nodes, of enums, flows and parts, each in the order of the file. */
  readonly facts: readonly Fact[];
  readonly factByPath: ReadonlyMap<string, Fact>;
  /** The facts that a definition holds itself, by its kind and id: ids of different kinds may be equal. */
  readonly factsOf: { readonly [K in FactOwner]: ReadonlyMap<string, readonly Fact[]> };
  /** The nodes of stanzas and shared nodes, with what they take from others. */
  readonly nodeOf: DefinedNodes;
  /** The facts whose type is an enum, by the id of the enum. */
  readonly usesOfEnum: ReadonlyMap<string, readonly Fact[]>;
  readonly questions: readonly Question[];
  /** What opening the sources in code has shown; undefined if nobody has opened them. */
  readonly sourceChecks: SourceChecks | undefined;
  /** Where client code cites the parts, as opening the clones has shown. */
  readonly partCitations: PartCitations;
  /** Techniques by id: those of the folder, or the default ones without a folder. */
  readonly techniques: ReadonlyMap<
    string,
    Pick<Technique, 'id' | 'channel' | 'effort' | 'observes' | 'log_from'>
  >;
}
