// Astro asks these when it is loaded: no usage data is sent and no news is fetched by a command of ours.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

const astro = await import('astro');

/** Astro's commands as functions. */
export const { build, dev, preview } = astro;
