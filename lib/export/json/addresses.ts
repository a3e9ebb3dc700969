import { factAt } from '../../corpus/facts/fact-at.ts';
import { homeAnchor } from '../../corpus/facts/home-anchor.ts';
import { splitPath } from '../../corpus/facts/split-path.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import type { Question } from '../../corpus/model/question.ts';
import { type SourceState, sourceState } from '../../corpus/sources/checks/source-state.ts';
import { differenceInTime } from '../../corpus/sources/difference-in-time.ts';
import { permalink } from '../../corpus/sources/permalink.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';
import { stepAt } from '../../corpus/steps/step-at.ts';
import { stepAnchor } from '../../corpus/steps/step-path.ts';
import { fragment, recordFragment } from '../../pages/fragment.ts';
import { definitionAt, pagePath } from '../../pages/page-path.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import { fileInSpec } from '../../schema/file-in-spec.ts';
import type { Kind, PageKind } from '../../schema/kinds.ts';
import type { Dispute, Step } from '../../schema/types.generated.ts';
import { omitEmpty } from './omit-empty.ts';

/** A source as text, with its URL where it has one. */
export interface LinkedSource {
  readonly text: string;
  readonly url?: string;
  /** Of a source in code, in a spec whose sources were opened: what that has shown. */
  readonly check?: SourceState;
}

/** The URLs in exported files: absolute if the origin is known, else relative to the root of the host. */
export interface Addresses {
  /** A page or a file, by its path below the base of the site. */
  of(path: string): string;
  /** The page of a definition. */
  definition(kind: PageKind, id: string): string;
  fact(fact: Fact): string;
  question(question: Question): string;
  /** A step of a flow, by its index. */
  step(flow: string, step: Step, index: number): string;
  /**
   * The target of a path: a fact, the place of a shared one, a step, or a definition by its id, by `node/` and its id, or by its
   * page, such as flows/one-to-one.
   */
  path(path: string): string | undefined;
  /**
   * A source as written in the YAML, with its permalink.
   * @param names one of these is expected at a source in code
   */
  source(source: string, names?: readonly string[]): LinkedSource;
  /** The year of a dispute that is a difference in time, as its sources say. */
  yearOf(dispute: Dispute): string | undefined;
  /** The YAML of a definition in the repository. */
  yaml(entry: Entry<Kind>): string | undefined;
}

/** The URLs of a publication. */
export function addressesOf({ corpus, origin, base, commit, directory }: Publication): Addresses {
  const { spec, definitions } = corpus;
  const of = (path: string): string => `${origin ?? ''}${base}${path}`;
  const definition = (kind: PageKind, id: string): string => of(pagePath(kind, id));
  const repository = safeUrl(spec.repository ?? '')?.replace(/\/+$/, '');
  const step = (flow: string, one: Step, index: number): string =>
    `${definition('flow', flow)}${fragment(stepAnchor(one, index))}`;
  const fact = (one: Fact): string => `${definition(one.ownerKind, one.owner)}${fragment(homeAnchor(one))}`;
  return {
    of,
    definition,
    fact,
    step,
    path(path) {
      const part = splitPath(path);
      if (part !== undefined) {
        const page = definition(part.ownerKind, part.owner);
        return factAt(corpus, path) === undefined ? undefined : `${page}${fragment(part.anchor)}`;
      }
      const named = stepAt(corpus, path);
      if (named !== undefined) return step(named.flow, named.step, named.index);
      if (definitions.stanza.has(path)) return definition('stanza', path);
      if (definitions.enum.has(path)) return definition('enum', path);
      const at = path.startsWith('node/')
        ? ({ kind: 'node', id: path.slice('node/'.length) } as const)
        : definitionAt(path);
      return at !== undefined && definitions[at.kind].has(at.id) ? definition(at.kind, at.id) : undefined;
    },
    question: ({ kind, owner, anchor }) => `${definition(kind, owner)}${fragment(anchor)}`,
    yearOf: (dispute) => differenceInTime(dispute, corpus),
    source(text, names = []) {
      const ref = parseSource(text);
      const isCapture = ref.kind === 'capture' && definitions.capture.has(ref.id);
      const url = isCapture
        ? `${definition('capture', ref.id)}${recordFragment(ref.record)}`
        : permalink(text, corpus);
      return { text, ...omitEmpty('url', url), ...omitEmpty('check', sourceState(text, names, corpus)) };
    },
    yaml(entry) {
      if (repository === undefined) return undefined;
      const steps = `${directory}/${fileInSpec(entry)}`.split('/');
      const path = steps.filter((step) => step !== '').map(encodeURIComponent);
      return safeUrl(
        `${repository}/blob/${commit ?? encodeURIComponent(spec.branch ?? 'main')}/${path.join('/')}`,
      );
    },
  };
}
