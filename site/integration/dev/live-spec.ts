import type { Plugin } from 'vite';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Finding } from '../../../lib/findings/finding.ts';
import { type PrettyOptions, renderPretty } from '../../../lib/findings/render-pretty.ts';
import { noCommitWords } from '../../../lib/node/git/last-commit.ts';
import type { Io } from '../../../lib/node/process/io.ts';
import { prettyOptions } from '../../../lib/node/process/pretty-options.ts';
import { loadPublication } from '../../../lib/node/spec/load-publication.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import { printable } from '../../../lib/text/printable.ts';
import { publicationModule } from '../content/publication-module.ts';
import { publishedFilesMiddleware } from '../content/published-files-middleware.ts';
import { coalesce } from './coalesce.ts';
import { findingsOverlay } from './findings-overlay.ts';
import { liveReload } from './live-reload.ts';
import { watchSpec } from './watch-spec.ts';

/** A spec that is watched while it is edited. */
export interface LiveSpec {
  /** The plug-ins of the development server. */
  readonly plugins: readonly Plugin[];
  /** The script for every page, which reloads it if it shows an old state. */
  readonly script: string;
  /** The last loaded state; parts with errors are missing. */
  current(): Published;
  /** Stops watching. */
  stop(): void;
}

/** A state of the spec. */
interface State {
  readonly publication: Published;
  readonly findings: readonly Finding[];
  /** The source lines of findings. */
  readonly texts: Pick<PrettyOptions, 'lines'>;
}

/**
 * Loads a spec, and reloads it whenever one of its files is saved. Findings are printed to stderr each time; errors are
 * also shown on the open pages.
 * @param base the base path of the site; by default from SITE_URL, BASE_PATH and spec.yaml
 */
export async function liveSpec(folder: SpecFolder, io: Io, base?: string): Promise<LiveSpec> {
  let state: State | undefined;
  // The files saved since the spec was last free of errors: where the author expects the errors.
  const saved = new Set<string>();
  const load = async (): Promise<State> => {
    const { publication, validate, noCommit } = await loadPublication(folder, io, base);
    if (state === undefined && noCommit !== undefined) io.err(noCommitWords(noCommit));
    const { findings, texts } = await validate();
    const options = prettyOptions(texts, io);
    const report = renderPretty(findings, options);
    io.err(report === '' ? 'The spec has no findings.\n' : report);
    return { publication, findings, texts: options };
  };
  const live = liveReload(() => state && findingsOverlay(state.findings, state.texts.lines, saved));
  const refresh = coalesce(async () => {
    const next = await load();
    await live.change(() => {
      state = next;
      if (!next.findings.some(({ level }) => level === 'error')) saved.clear();
    });
  });
  // Watching starts before loading, so that no change during the start is missed.
  const stop = watchSpec(folder.root, (paths) => {
    for (const path of paths) {
      const file = [folder.files.name, path].filter((part) => part !== '').join('/');
      // A set keeps insertion order: the most recent comes last.
      saved.delete(file);
      saved.add(file);
    }
    refresh().catch((error: unknown) => io.err(`${printable(String(error))}\n`));
  });
  try {
    await refresh();
  } catch (error) {
    stop();
    throw error;
  }
  const current = (): Published => {
    if (state === undefined) throw new Error('The spec is not loaded yet.');
    return state.publication;
  };
  return {
    plugins: [live.plugin, publicationModule(current), publishedFilesMiddleware(current)],
    script: live.script,
    current,
    stop,
  };
}
