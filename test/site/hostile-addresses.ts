import { join } from 'node:path';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import type { Published } from '../../lib/diff/bundle/published.ts';
import { cacheFolder } from '../../lib/node/cache/cache-folder.ts';
import { CODE, startCompiledPages } from '../../site/integration/build/compiled-pages.ts';
import { pageRenderer } from '../../site/integration/build/page-renderer.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';

/** Fields that a spec has once, with the largest length that the schema allows. */
const ONCE = { title: 200, summary: 4000, notice: 4000, license: 200, branch: 200, directory: 200 };

/**
 * Pages for fields that a definition or a spec has only once, so that one corpus holds few payloads in them: each payload
 * as the guide of a technique, as the URL and the repository of a flavor, as the URL of a capture, and as every text in
 * `spec.yaml`. They are
 * rendered by the code of the built site, without a build for each.
 * @param payloads each of them makes five pages
 * @returns the text of each
 */
export async function hostileAddresses(payloads: readonly string[]): Promise<string[]> {
  const files: Record<string, string> = { 'stanzas/ping.yaml': minimalStanza('ping') };
  for (const [i, payload] of payloads.entries()) {
    const text = JSON.stringify(payload);
    files[`techniques/t${i}.yaml`] =
      `{ id: t${i}, title: T, status: draft, maturity: emerging, summary: S, targets: [], strengths: [], limitations: [], tooling: [], guide: ${text} }`;
    files[`flavors/f${i}.yaml`] = `{ id: f${i}, url: ${text}, repository: ${text} }`;
    files[`captures/c${i}.yaml`] =
      `{ id: c${i}, source: { technique: t${i}, url: ${text} }, stanza_tag: call, direction: incoming, confidence: probable, raw: { format: xml, body: <call/> }, sanitized: true }`;
  }
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 5), null, 2));
  const published: Published = {
    corpus: { ...corpus, spec: { ...corpus.spec } },
    origin: 'https://spec.example',
    base: '/',
    commit: 'a'.repeat(40),
    date: '2026-02-01',
    directory: 'spec',
    releases: [],
  };
  const code = startCompiledPages('/', cacheFolder(process));
  try {
    const renderer = await pageRenderer(join(await code.root, CODE), published);
    const pages = new Map((await renderer.pages()).map((page) => [page.file, page]));
    const made: string[] = [];
    const render = async (file: string): Promise<string> => {
      const page = pages.get(file);
      if (page === undefined) throw new Error(`there is no page ${file}`);
      const html = new TextDecoder().decode(await renderer.render(page));
      made.push(html);
      return html;
    };
    for (const [i, payload] of payloads.entries()) {
      await render(`techniques/t${i}/index.html`);
      await render(`flavors/f${i}/index.html`);
      await render(`captures/c${i}/index.html`);
      const once = Object.entries(ONCE).map(([name, most]) => [
        name,
        `${payload.slice(0, most - 20)} ${name} ${i}`,
      ]);
      Object.assign(published.corpus.spec, Object.fromEntries(once), { repository: payload, site: payload });
      const home = await render('index.html');
      // If a page cached a text of the spec, all of them would show the first payload.
      if (!home.includes(`title ${i}`)) throw new Error(`the home page does not show title ${i}`);
      await render('workbench/index.html');
    }
    return made;
  } finally {
    await code.end();
  }
}
