/// <reference types="astro/client" />

/** What this build shows; the command that starts Astro provides it. */
declare module 'virtual:publication' {
  const publication: import('../lib/diff/bundle/published.ts').Published;
  export default publication;
}
