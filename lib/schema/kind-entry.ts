import type { TypeOfKind } from './types.generated.ts';

type Kind = keyof TypeOfKind;

/** A column of the list page of a kind. */
export interface KindColumn {
  /** A key of its definitions, or something that is counted for each: see `lib/corpus/lists/kind-list.ts`. */
  readonly key: string;
  /** The heading of the column. */
  readonly title: string;
  /** The same where nothing else says what is counted: on a narrow screen. */
  readonly label?: string;
  /** What a list has: things with a confidence, or ids of a kind. */
  readonly of?: 'confidences' | Kind;
  /** The text of an otherwise empty cell. */
  readonly empty?: string;
}

/** A list in a definition whose items are its facts. */
export interface FactListEntry {
  /** The key of an item that names it in fact paths. */
  readonly name: string;
  /** The list in each item whose items are the facts instead, such as the fields of a layout. */
  readonly inside?: { readonly list: string; readonly name: string };
}

interface EveryKind {
  readonly schema: object;
  /** What one is called, where that is another word than the kind. */
  readonly noun?: string;
  /** What any of its files is, where only some of them describe one of those. */
  readonly fileNoun?: string;
  /** What several are called: a heading, and an entry of the navigation. */
  readonly title: string;
}

/** A kind with a file and a page for each definition. */
export interface PageKindEntry extends EveryKind {
  /** Folders of the spec that hold its files. The ids of all of them are one set, whichever folder a file is in. */
  readonly at: { readonly folders: readonly [string, ...string[]] };
  /** The page that lists all; those of definitions lie below it. With a slash at its end. */
  readonly page: `${string}/`;
  /** What that page shows, as search says it. */
  readonly about: string;
  /** What the JSON holds: of a definition, and of the list where that has a line of its own on the page about data. */
  readonly holds: { readonly one: string; readonly list?: string };
  /** The columns of the list behind the name. Without them the kind has a page of its own in `site/pages/`. */
  readonly columns?: readonly KindColumn[];
  /** The sign in the paths of facts that its definitions hold. Those with `#` begin with the kind: flow/one-to-one#offer. */
  readonly facts?: ':' | '=' | '#';
  /** The lists that hold those facts, by their keys. Without them the facts are the parts of a node. */
  readonly lists?: Readonly<Record<string, FactListEntry>>;
  /** What one of those facts is called, where that is more than a fact. */
  readonly factNoun?: string;
  /** Whether it is evidence: facts rest on its definitions. */
  readonly evidence?: true;
  /** The order of its lists, by the groups of its definitions. Without it, that of the ids. */
  readonly order?: 'phases' | 'categories';
  /** Where the overview says how many there are. Without it, among its last numbers. */
  readonly figure?: 'elsewhere' | 'nowhere';
  /** Whether comments in client code cite its definitions, by a code that each has. */
  readonly cited?: true;
  /** The key of its long texts, by whose words search finds it. */
  readonly texts?: 'sections';
  /** Whether each release keeps its pages as they were. */
  readonly released?: true;
  /** The key of spec.yaml that lists the folders instead, each by an `id`. */
  readonly foldersFrom?: 'part_categories';
  /** Whether each definition has a feed of what changed in it. */
  readonly feed?: true;
  /** Whether its texts (see `structureOf`) show on no other page, but for enums: a build then renders only that page again. */
  readonly incremental?: true;
}

/** A kind that has one file for a whole spec. */
export interface FileKindEntry extends EveryKind {
  readonly at: { readonly file: string };
  /** The page that shows it; undefined where none does. */
  readonly page: string | undefined;
  /** What that page shows, where it is the page of this kind alone. */
  readonly about?: string;
}

/** A kind of definitions. */
export type KindEntry = PageKindEntry | FileKindEntry;
