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

interface EveryKind {
  readonly schema: object;
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
