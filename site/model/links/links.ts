import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';
import { permalink } from '../../../lib/corpus/sources/permalink.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { KINDS, type Kind } from '../../../lib/schema/kinds.ts';
import type { Reference } from '../../../lib/schema/types.generated.ts';
import type { Pointer } from '../../../lib/source/mark.ts';
import { PAGES_OF_KINDS } from './pages-of-kinds.ts';
import type { Ref } from './ref.ts';

/** Every address that pages print. Inner ones begin with the base path and end with a slash, a fragment or a query. */
export interface Links {
  /** A page by its path without a slash at the start, such as `stanzas/`; '' for the overview. */
  page(path: string): string;
  /** The page of a definition; undefined when the corpus has none of that id, or its kind has no pages. */
  definition(kind: Kind, id: string): string | undefined;
  /** A definition by its id, as text with its page. */
  ref(kind: Kind, id: string): Ref;
  fact(fact: Fact): string;
  question(question: Question): string | undefined;
  /** A source as it is written, with the place where it can be seen. */
  source(source: string): Ref;
  reference(reference: Reference): Ref & { readonly note: string | undefined };
  /** What a word in code names: a fact path, `enum:<id>`, or the id of a stanza, an enum or a technique. */
  word(text: string): string | undefined;
  /** The YAML of a definition in the repository, at the line of the pointer. */
  yaml(entry: Entry<Kind>, pointer?: Pointer): string | undefined;
  /** The form in which the YAML of a definition can be edited. */
  edit(entry: Entry<Kind>): string | undefined;
  /** The page that asks what was seen about a fact, by its path, or about something else, by a few words. */
  report(about: string): string | undefined;
  readonly repository: string | undefined;
  readonly commit: string | undefined;
}

/** The addresses of a publication. */
export function linksOf(publication: Publication): Links {
  const { corpus, base, commit, directory } = publication;
  const { definitions, spec } = corpus;
  const url = safeUrl(spec.repository ?? '');
  const repository = url === undefined ? undefined : withoutSlash(url);
  const branch = spec.branch ?? 'main';
  const inRepository = (rest: string): string | undefined =>
    repository === undefined ? undefined : safeUrl(`${repository}/${rest}`);
  const page = (path: string): string => `${base}${path}`;

  const definition = (kind: Kind, id: string): string | undefined => {
    const folder = PAGES_OF_KINDS[kind];
    if (folder === undefined || !definitions[kind].has(id)) return undefined;
    return 'folder' in KINDS[kind].at ? page(`${folder}${encodeURIComponent(id)}/`) : page(folder);
  };
  const fact = (one: Fact): string =>
    `${definition(one.kind === 'value' ? 'enum' : 'stanza', one.owner) ?? ''}${fragment(one.anchor)}`;
  const fileOf = (entry: Entry<Kind>): string => {
    const { at } = KINDS[entry.kind];
    const name = entry.source.file.split('/').at(-1) ?? '';
    return [directory, ...('folder' in at ? [at.folder] : []), name]
      .filter((part) => part !== '')
      .flatMap((part) => part.split('/'))
      .map(encodeURIComponent)
      .join('/');
  };

  return {
    page,
    definition,
    ref: (kind, id) => ({ text: id, href: definition(kind, id) }),
    fact,
    question(one) {
      const at = definition(one.kind, one.owner);
      return at === undefined ? undefined : `${at}${fragment(one.anchor)}`;
    },
    source(text) {
      const ref = parseSource(text);
      const href = ref.kind === 'capture' ? definition('capture', ref.id) : permalink(text, corpus);
      return { text, href };
    },
    reference(reference) {
      if (typeof reference === 'string')
        return { text: reference, href: safeUrl(reference), note: undefined };
      const { title, url, note } = reference;
      return { text: title ?? url, href: safeUrl(url), note };
    },
    word(text) {
      const named = corpus.factByPath.get(text);
      if (named !== undefined) return fact(named);
      if (text.startsWith('enum:')) return definition('enum', text.slice('enum:'.length));
      for (const kind of ['stanza', 'enum', 'technique'] as const) {
        if (definitions[kind].has(text)) return definition(kind, text);
      }
      return undefined;
    },
    yaml(entry, pointer) {
      const line = pointer === undefined ? '' : `#L${entry.source.place(pointer, 'key').line}`;
      return inRepository(`blob/${commit ?? encodeURIComponent(branch)}/${fileOf(entry)}${line}`);
    },
    edit: (entry) => inRepository(`edit/${encodeURIComponent(branch)}/${fileOf(entry)}`),
    report: (about) => (repository === undefined ? undefined : page(`report/?about=${readable(about)}`)),
    repository,
    commit: commit === undefined ? undefined : inRepository(`tree/${commit}`),
  };
}

/** The fragment that leads to an anchor. */
export function fragment(anchor: string): string {
  return `#${readable(anchor)}`;
}

// What reads well in a fragment or a query, and may stand there, stays as it is.
const readable = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%(?:40|2F|3A|2C)/g, decodeURIComponent);
