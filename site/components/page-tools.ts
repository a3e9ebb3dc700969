import { type HtmlValue, html } from '../html/html.ts';
import type { PageFile } from '../model/frame/page-files.ts';
import type { PageCitation } from '../model/history/page-citation.ts';
import type { PageVersion } from '../model/history/page-versions.ts';

/** The versions of a page, and its content for programs; with what a script needs to cite its facts. */
export const pageTools = (
  versions: readonly PageVersion[],
  files: readonly PageFile[],
  cite: PageCitation | undefined,
): HtmlValue =>
  versions.length + files.length > 0 &&
  html`<nav class="tools" aria-label="Versions and formats" data-spec=${cite?.spec} data-prefix=${cite?.prefix} data-version=${cite?.version} data-pinned=${cite?.pinned} data-changed=${cite?.changed}>
    ${
      versions.length > 0 &&
      html`<details class="versions"><summary>Version: ${versions.find(({ isHere }) => isHere)?.text}</summary>
        <ul>${versions.map(
          ({ text, href, isHere }) =>
            html`<li><a href=${href} aria-current=${isHere && 'page'}>${text}</a></li>`,
        )}</ul>
      </details> `
    }
    ${cite?.history !== undefined && html`<a href=${cite.history}>History</a> `}
    ${files.map(({ href, title }) => html`<a href=${href}>${title}</a> `)}
  </nav>`;
