import type { Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import type { Question } from '../../corpus/model/question.ts';
import { permalink } from '../../corpus/sources/permalink.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import { withoutSlash } from '../../prose/without-slash.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';

/** Something that can be looked up: what it is called, and where it is, if that can be said. */
export interface Place {
  readonly text: string;
  readonly url?: string;
}

/** The addresses that exported files hold: absolute where the origin is known, else from the root of the host. */
export interface Addresses {
  /** A page or a file by its path from the base of the site on. */
  of(path: string): string;
  /** The path of a definition's page from the base on. */
  page(kind: Kind, id: string): string;
  definition(kind: Kind, id: string): string;
  fact(fact: Fact): string;
  question(question: Question): string;
  /** What a path names: a fact, or a definition by its id or, such as flows/one-to-one, by its page. */
  path(path: string): string | undefined;
  /** A source as it is written, with its permalink. */
  source(source: string): Place;
  /** The YAML of a definition in the repository. */
  yaml(entry: Entry<Kind>): string | undefined;
}

/** The addresses of a publication. */
export function addressesOf({ corpus, origin, base, commit, directory }: Publication): Addresses {
  const { spec, definitions } = corpus;
  const of = (path: string): string => `${origin ?? ''}${base}${path}`;
  const page = (kind: Kind, id: string): string => {
    const { at } = KINDS[kind];
    return 'folder' in at ? `${at.folder}/${encodeURIComponent(id)}/` : `${at.file.replace(/\.yaml$/, '')}/`;
  };
  const definition = (kind: Kind, id: string): string => of(page(kind, id));
  const url = safeUrl(spec.repository ?? '');
  const repository = url === undefined ? undefined : withoutSlash(url);
  const fact = ({ kind, owner, anchor }: Fact): string =>
    `${definition(kind === 'value' ? 'enum' : 'stanza', owner)}${fragment(anchor)}`;
  return {
    of,
    page,
    definition,
    fact,
    path(path) {
      const named = corpus.factByPath.get(path);
      if (named !== undefined) return fact(named);
      if (definitions.stanza.has(path)) return definition('stanza', path);
      if (definitions.enum.has(path)) return definition('enum', path);
      const [folder, id = ''] = path.split('/');
      const kind = KIND_NAMES.find((name) => folderOf(name) === folder && definitions[name].has(id));
      return kind === undefined ? undefined : definition(kind, id);
    },
    question: ({ kind, owner, anchor }) => `${definition(kind, owner)}${fragment(anchor)}`,
    source(text) {
      const ref = parseSource(text);
      const isCapture = ref.kind === 'capture' && definitions.capture.has(ref.id);
      const url = isCapture ? definition('capture', ref.id) : permalink(text, corpus);
      return url === undefined ? { text } : { text, url };
    },
    yaml(entry) {
      if (repository === undefined) return undefined;
      const { at } = KINDS[entry.kind];
      const name = entry.source.file.split('/').at(-1) ?? '';
      const steps = [...directory.split('/'), ...('folder' in at ? [at.folder] : []), name];
      const path = steps.filter((step) => step !== '').map(encodeURIComponent);
      return safeUrl(
        `${repository}/blob/${commit ?? encodeURIComponent(spec.branch ?? 'main')}/${path.join('/')}`,
      );
    },
  };
}

function folderOf(kind: Kind): string | undefined {
  const { at } = KINDS[kind];
  return 'folder' in at ? at.folder : undefined;
}

/** The fragment that leads to an anchor. What reads well in an address stays as it is. */
function fragment(anchor: string): string {
  return `#${encodeURIComponent(anchor).replace(/%(?:40|2F|3A|3D|2C)/g, decodeURIComponent)}`;
}

/** The path of a page's twin without its ending: stanzas/ gives stanzas, the overview gives index. */
export const twinName = (page: string): string => (page === '' ? 'index' : withoutSlash(page));
