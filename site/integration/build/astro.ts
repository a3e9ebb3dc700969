// Astro reads these when it is loaded: our commands send no usage data and look for no updates.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

const { build, dev, preview } = await import('astro');

/** Vite overwrites NODE_ENV for the whole process; this sets it for one piece of work and restores it. */
async function withNodeEnv<T>(mode: 'development' | 'production', work: () => Promise<T>): Promise<T> {
  const given = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = mode;
  try {
    return await work();
  } finally {
    if (given === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = given;
  }
}

interface Astro {
  readonly build: typeof build;
  readonly dev: typeof dev;
  readonly preview: typeof preview;
}

/**
 * Astro's commands as functions, independent of the NODE_ENV that a container or an earlier build left behind: with
 * `production`, pages of the development server would never reload.
 */
export const astro: Astro = {
  build: (...options) => withNodeEnv('production', () => build(...options)),
  dev(...options) {
    process.env['NODE_ENV'] = 'development';
    return dev(...options);
  },
  preview,
};
