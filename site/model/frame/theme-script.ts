/**
 * Applies the stored theme before the first paint, which only an inline script can do: the content security policy
 * allows exactly this text, by its hash. It is a constant, without any data.
 */
export const THEME_SCRIPT =
  'try{const t=localStorage.theme;if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(THEME_SCRIPT));

/** The source that allows the script in a policy, such as `'sha256-…'`. */
export const THEME_SCRIPT_SOURCE = `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
