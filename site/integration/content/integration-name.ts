/**
 * The name of the integration. Of several integrations with this name only the last one works, so that a command can
 * put its own in the place of the one in astro.config.mjs.
 */
export const integrationName = 'stanza-catalog';
