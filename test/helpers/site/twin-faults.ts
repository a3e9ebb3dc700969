import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';
import { filesIn } from './files-in.ts';

/** Pages about this site rather than the spec: tools and guides; and lists of pages whose twins are beside those. */
const WITHOUT_TWINS: readonly RegExp[] = [
  /^404\.html$/,
  /^(?:search|workbench|contribute|report|how-it-works|diagnose)\/(?:.*\/)?index\.html$/,
  /^v\/[^/]+\/(?:\d+\/)?index\.html$/,
];

/** Pages that show again what the twins of another page have, in parts or in another order; the first group is that page. */
const VIEWS: readonly RegExp[] = [
  /^(facts|disputes|questions)\/\d+\/index\.html$/,
  /^([a-z]+)\/page\/\d+\/index\.html$/,
  /^(stanzas)\/index\/\d+\/index\.html$/,
  /^(coverage)\/[a-z]+\/(?:\d+\/)?index\.html$/,
  /^(changes\/[^/]+)\/\d+\/index\.html$/,
  /^(flavors\/[^/]+)\/\d+\/index\.html$/,
  /^([a-z]+\/[^/]+)\/sources\/index\.html$/,
  /^(stanzas\/[^/]+)\/(?:examples|implementations)\/index\.html$/,
  // Each record is in the twins of its capture, which those of the stanza name as a source.
  /^(stanzas\/[^/]+)\/captures\/index\.html$/,
  // Those of the definition have what became of each fact; each change is in the JSON of its release.
  /^([a-z]+\/[^/]+)\/history\/index\.html$/,
];

/** What a page links besides the twins of the page that it is a view of. */
const ALSO_LINKED: readonly (readonly [RegExp, RegExp])[] = [
  [/\/history\/index\.html$/, /href="\/changes(?:\/[^"/]+)?\.json"/],
];

/** Pages of a site, built at the root path, that have neither twins nor a link to those that have what they show. */
export async function twinFaults(site: string): Promise<string[]> {
  const files = new Set([...(await filesIn(site)).keys()].map((name) => withSlashes(name)));
  const faults: string[] = [];
  for (const page of [...files].filter((name) => name.endsWith('.html')).sort()) {
    if (WITHOUT_TWINS.some((form) => form.test(page))) continue;
    const whole = VIEWS.flatMap((form) => form.exec(page)?.[1] ?? [])[0];
    const name = whole ?? (page === 'index.html' ? 'index' : page.replace(/\/index\.html$/, ''));
    const html = await readFile(join(site, page), 'utf8');
    for (const twin of [`${name}.json`, `${name}.md`]) {
      if (!files.has(twin)) faults.push(`${page}: no ${twin}`);
      const link = `href="/${name.split('/').map(encodeURIComponent).join('/')}${twin.slice(name.length)}"`;
      if (!html.includes(link)) faults.push(`${page}: no link to ${twin}`);
    }
    for (const [form, link] of ALSO_LINKED)
      if (form.test(page) && !link.test(html)) faults.push(`${page}: no ${link}`);
  }
  return faults;
}
