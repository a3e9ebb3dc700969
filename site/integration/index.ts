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

/** What a command knows better than the environment. In astro.config.mjs nothing of it is needed. */
export interface CatalogOptions {
  /** The folder of the spec, as --spec names it. Default: SPEC_DIR, or spec. */
  readonly spec?: string | boolean | undefined;
  /** The path under which the site will stand, with slashes at both ends. Otherwise BASE_PATH and the spec say it. */
  readonly base?: string | undefined;
  /** What is to be built, if it was read and validated already. */
  readonly published?: Published;
  /** Where to talk. Default: the streams and the environment of this process. */
  readonly io?: Io;
}

type Setup = HookParameters<'astro:config:setup'>;
type SetupHook = (setup: Setup) => Promise<void>;

/**
 * The integration that makes an Astro project of a spec: reads and validates it, gives it to the pages as the module
 * `virtual:publication`, serves what stands beside the pages while they are written, and writes it at the end of a
 * build. SPEC_DIR, SITE_URL and BASE_PATH say what they say to the commands; `--site` and `--base` of Astro go first.
 *
 * What only one of Astro's commands needs is loaded by that command: `astro check` reads no spec.
 */
export default function stanzaCatalog(options: CatalogOptions = {}): AstroIntegration {
  let published: Published | undefined;
  let live: LiveSpec | undefined;
  const start = async (setup: Setup): Promise<void> => {
    if (!isInUse(setup.config, setUp)) return;
    const io = surroundings(options, setup.config);
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
      // A command prints what it threw itself.
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
      // The server is a new one when astro.config.mjs was saved.
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

/** What the flags of Astro or astro.config.mjs say of the address counts as if the environment said it. */
function surroundings(options: CatalogOptions, { root, site, base }: AstroConfig): Io {
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

// On this machine the site stands at the root, wherever it will be published.
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
      server: { watch: { ignored: (path: string) => isNoSource(relative(root, path)) } },
    },
  });
}

// What is shown was built before: only where it stands is asked of the spec, if there is one.
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

/** What the pages are made of, besides the spec. */
const SOURCES: ReadonlySet<string> = new Set(['lib', 'site', 'public', 'astro.config.mjs']);

// Vite would watch the whole project, and tell every page of each HTML file in it: hundreds, while a build goes on.
function isNoSource(path: string): boolean {
  const [top = ''] = withSlashes(path).split('/');
  return top !== '' && top !== '..' && !SOURCES.has(top);
}
