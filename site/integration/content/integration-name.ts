/**
 * The name of the integration. Of several integrations with this name only the last one is active, so that a command
 * can override the one in astro.config.mjs.
 */
export const integrationName = 'stanza-catalog';
