import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
import { homeAnchor } from '../../../lib/corpus/facts/home-anchor.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';
import { permalink } from '../../../lib/corpus/sources/permalink.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { stepAt } from '../../../lib/corpus/steps/step-at.ts';
import { stepAnchor } from '../../../lib/corpus/steps/step-path.ts';
import { fragment, readable, recordFragment } from '../../../lib/pages/fragment.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import { fileInSpec } from '../../../lib/schema/file-in-spec.ts';
import { isFactOwner, type Kind } from '../../../lib/schema/kinds.ts';
import type { Reference, Step } from '../../../lib/schema/types.generated.ts';
import type { Pointer } from '../../../lib/source/mark.ts';
import type { Ref } from './ref.ts';

/** The URLs on pages. Internal ones begin with the base path and end with a slash, a fragment or a query. */
export interface Links {
  /** A page by its path without a slash at the start, such as `stanzas/`; '' for the overview. */
  page(path: string): string;
  /** The page of a definition; undefined if it does not exist, or no page shows its kind. */
  definition(kind: Kind, id: string): string | undefined;
  /** The id of a definition, with its page. */
  ref(kind: Kind, id: string): Ref;
  fact(fact: Fact): string;
  question(question: Question): string | undefined;
  /** A step of a flow, by its index. */
  step(flow: string, step: Step, index: number): string;
  /** A source as written in the YAML, with its permalink. */
  source(source: string): Ref;
  reference(reference: Reference): Ref & { readonly note: string | undefined };
  /**
   * The target of a code word: a fact path, `enum:<id>`, `capture:<id>`, the path of a step, `flow/<id>`, `part/<id>` or
   * `node/<id>`, or the id of a stanza, an enum or a technique.
   */
  word(text: string): string | undefined;
  /** The YAML of a definition in the repository, at the line of a pointer. */
  yaml(entry: Entry<Kind>, pointer?: Pointer): string | undefined;
  /** The repository's editor for the YAML of a definition. */
  edit(entry: Entry<Kind>): string | undefined;
  /** The report page, prefilled with a fact path or a few words. */
  report(about: string): string | undefined;
  readonly repository: string | undefined;
  readonly commit: string | undefined;
}

/** The URLs of a publication. */
export function linksOf(publication: Pick<Publication, 'corpus' | 'base' | 'commit' | 'directory'>): Links {
  const { corpus, base, commit, directory } = publication;
  const { definitions, spec } = corpus;
  const url = safeUrl(spec.repository ?? '');
  const repository = url === undefined ? undefined : withoutSlash(url);
  const branch = spec.branch ?? 'main';
  const inRepository = (rest: string): string | undefined =>
    repository === undefined ? undefined : safeUrl(`${repository}/${rest}`);
  const page = (path: string): string => `${base}${path}`;

  const definition = (kind: Kind, id: string): string | undefined => {
    const path = pagePath(kind, id);
    return path === undefined || !definitions[kind].has(id) ? undefined : page(path);
  };
  /** A place on the page of a stanza or shared node that uses another. */
  const place = (path: string, { anchor }: Fact): string | undefined => {
    const owner = path.slice(0, path.length - anchor.length - 1);
    const page = owner.startsWith('node/')
      ? definition('node', owner.slice('node/'.length))
      : definition('stanza', owner);
    return page === undefined ? undefined : `${page}${fragment(anchor)}`;
  };
  const step = (flow: string, one: Step, index: number): string =>
    `${definition('flow', flow) ?? ''}${fragment(stepAnchor(one, index))}`;
  const fact = (one: Fact): string =>
    `${definition(one.ownerKind, one.owner) ?? ''}${fragment(homeAnchor(one))}`;
  const source = (text: string): Ref => {
    const ref = parseSource(text);
    if (ref.kind !== 'capture') return { text, href: permalink(text, corpus) };
    const page = definition('capture', ref.id);
    return { text, href: page === undefined ? undefined : `${page}${recordFragment(ref.record)}` };
  };
  const fileOf = (entry: Entry<Kind>): string =>
    `${directory}/${fileInSpec(entry)}`
      .split('/')
      .filter((step) => step !== '')
      .map(encodeURIComponent)
      .join('/');

  return {
    page,
    definition,
    ref: (kind, id) => ({ text: id, href: definition(kind, id) }),
    fact,
    step,
    question(one) {
      const at = definition(one.kind, one.owner);
      return at === undefined ? undefined : `${at}${fragment(one.anchor)}`;
    },
    source,
    reference(reference) {
      if (typeof reference === 'string')
        return { text: reference, href: safeUrl(reference), note: undefined };
      const { title, url, note } = reference;
      return { text: title ?? url, href: safeUrl(url), note };
    },
    word(text) {
      const named = factAt(corpus, text);
      if (named !== undefined) return named.path === text ? fact(named) : place(text, named);
      if (text.startsWith('enum:')) return definition('enum', text.slice('enum:'.length));
      const one = stepAt(corpus, text);
      if (one !== undefined) return step(one.flow, one.step, one.index);
      if (text.startsWith('capture:')) return source(text).href;
      const [owner = '', id] = text.split('/');
      if (id !== undefined && isFactOwner(owner)) return definition(owner, id);
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
