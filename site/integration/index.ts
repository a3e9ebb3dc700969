import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro';
import type { Published } from '../../lib/diff/bundle/published.ts';
import { withSlashes } from '../../lib/node/files/with-slashes.ts';
import { type Io, processIo } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { type SpecFolder, specFolder } from '../../lib/node/spec/spec-folder.ts';
import { integrationName } from './content/integration-name.ts';
import type { LiveSpec } from './dev/live-spec.ts';

/** Options that commands set. astro.config.mjs needs none of them. */
export interface CatalogOptions {
  /** The spec folder, as for --spec. Default: SPEC_DIR, or spec. */
  readonly spec?: string | boolean | undefined;
  /** The base path of the site, with slashes at both ends. Default: from BASE_PATH or the spec. */
  readonly base?: string | undefined;
  /** What to build, if it was loaded and validated already. */
  readonly published?: Published;
  /** Default: the streams and the environment of this process. */
  readonly io?: Io;
}

type Setup = HookParameters<'astro:config:setup'>;
type SetupHook = (setup: Setup) => Promise<void>;

/**
 * The integration that makes an Astro project of a spec: it loads and validates the spec and gives it to the pages as
 * the module `virtual:publication`. The files beside the pages are served by `astro dev` and written by `astro build`.
 * SPEC_DIR, SITE_URL and BASE_PATH mean the same as for the commands; `--site` and `--base` of Astro override them.
 *
 * It uses only what Astro documents: hooks, `updateConfig`, `injectScript`, `injectTypes` and Vite plug-ins. Imports
 * are dynamic so that each command loads only what it needs: `astro check` reads no spec.
 */
export default function stanzaCatalog(options: CatalogOptions = {}): AstroIntegration {
  let published: Published | undefined;
  let live: LiveSpec | undefined;
  const start = async (setup: Setup): Promise<void> => {
    if (!isInUse(setup.config, setUp)) return;
    const io = withAddress(options, setup.config);
    switch (setup.command) {
      case 'build':
        published = options.published ?? (await readForBuild(options, io));
        return configureBuild(published, setup);
      case 'dev':
        live?.stop();
        live = await readForDev(options, io);
        return configureDev(live, setup);
      case 'preview':
        return configurePreview(options, io, setup);
      case 'sync':
        return;
      default:
        setup.command satisfies never;
    }
  };
  const setUp: SetupHook = async (setup) => {
    try {
      await start(setup);
    } catch (error) {
      // Our commands print their own errors; Astro's need one of its kind.
      if (!(error instanceof UsageError) || options.io !== undefined) throw error;
      throw (await import('./content/spec-error.ts')).astroError(error.message);
    }
  };
  return {
    name: integrationName,
    hooks: {
      'astro:config:setup': setUp,
      async 'astro:config:done'({ config, injectTypes }) {
        if (!isInUse(config, setUp)) return;
        injectTypes((await import('./content/publication-module.ts')).publicationTypes);
      },
      // When astro.config.mjs is saved, Astro starts a new server.
      'astro:server:setup': ({ server }) => void server.httpServer?.once('close', () => live?.stop()),
      'astro:server:done': () => live?.stop(),
      async 'astro:build:done'({ dir }) {
        if (published === undefined) return;
        const [{ writeFiles }, { publishedFiles }, { completeSite }] = await Promise.all([
          import('../../lib/node/files/write-files.ts'),
          import('../../lib/publish/published-files.ts'),
          import('./output/complete-site.ts'),
        ]);
        const root = fileURLToPath(dir);
        writeFiles(root, publishedFiles(published));
        await completeSite(published, root);
      },
    },
  };
}

/** Whether an integration, known by its setup hook, is the one that works: the last one of our name. */
const isInUse = ({ integrations }: AstroConfig, setUp: SetupHook): boolean =>
  integrations.findLast(({ name }) => name === integrationName)?.hooks['astro:config:setup'] === setUp;

/** The io of the command, with the address from the flags of Astro or astro.config.mjs in its environment. */
function withAddress(options: CatalogOptions, { root, site, base }: AstroConfig): Io {
  const io = options.io ?? { ...processIo(), cwd: fileURLToPath(root) };
  const given = { ...(site && { SITE_URL: site }), ...(base !== '/' && { BASE_PATH: base }) };
  return { ...io, env: { ...io.env, ...given } };
}

async function readForBuild({ spec, base }: CatalogOptions, io: Io): Promise<Published> {
  const { validPublication } = await import('./content/valid-publication.ts');
  return validPublication(specFolder(spec, io), io, base);
}

async function configureBuild(published: Published, { updateConfig }: Setup): Promise<void> {
  const { publicationModule } = await import('./content/publication-module.ts');
  const { origin, base } = published;
  updateConfig({
    ...(origin !== undefined && { site: origin }),
    base,
    vite: { plugins: [publicationModule(() => published)] },
  });
}

// Locally the site is at the root, wherever it will be published.
async function readForDev({ spec, base }: CatalogOptions, io: Io): Promise<LiveSpec> {
  const { liveSpec } = await import('./dev/live-spec.ts');
  return liveSpec(specFolder(spec, io), io, base ?? (io.env['BASE_PATH'] ? undefined : '/'));
}

function configureDev(
  { current, plugins, script }: LiveSpec,
  { config, updateConfig, injectScript }: Setup,
): void {
  injectScript('page', script);
  const root = fileURLToPath(config.root);
  updateConfig({
    base: current().base,
    vite: {
      plugins: [...plugins],
      server: { watch: { ignored: (path: string) => isIgnored(relative(root, path)) } },
    },
  });
}

// The site was built before; the spec, if it exists, only gives the base path.
async function configurePreview(
  { spec, base }: CatalogOptions,
  io: Io,
  { updateConfig }: Setup,
): Promise<void> {
  const { baseBeforeLoad } = await import('./content/base-before-load.ts');
  let folder: SpecFolder | undefined;
  try {
    folder = base === undefined ? specFolder(spec, io) : undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  const known = base ?? (folder && baseBeforeLoad(folder, io));
  if (known !== undefined) updateConfig({ base: known });
}

/** What the pages consist of besides the spec. */
const SOURCES: ReadonlySet<string> = new Set(['lib', 'site', 'public', 'astro.config.mjs']);

// Vite watches the whole project and reloads pages for every HTML file in it: hundreds during a build.
function isIgnored(path: string): boolean {
  const [top = ''] = withSlashes(path).split('/');
  return top !== '' && top !== '..' && !SOURCES.has(top);
}
