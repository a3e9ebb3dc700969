// Astro asks these when it is loaded: no usage data is sent and no news is fetched by a command of ours.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

const astro = await import('astro');

/** Astro's commands as functions. */
export const { preview } = astro;

/** Vite takes from the environment what it works for, and leaves that there for every process that follows. */
async function working<T>(mode: 'development' | 'production', work: () => Promise<T>): Promise<T> {
  const given = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = mode;
  try {
    return await work();
  } finally {
    if (given === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = given;
  }
}

/** Astro's build, whatever NODE_ENV says. */
export const build: typeof astro.build = (...given) => working('production', () => astro.build(...given));

/**
 * Astro's development server. With NODE_ENV=production, which a build or a container may have left in the
 * environment, its pages would never be told of a change: so what the environment says does not count.
 */
export const dev: typeof astro.dev = (...given) => {
  process.env['NODE_ENV'] = 'development';
  return astro.dev(...given);
};
