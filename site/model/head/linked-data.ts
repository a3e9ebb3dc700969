import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { pageDays } from '../../../lib/publish/page-days.ts';
import { isFactOwner, KINDS } from '../../../lib/schema/kinds.ts';
import { clip } from '../../../lib/text/clip.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { glossaryTerms } from '../text/glossary-terms.ts';

/** A page as search engines are told about it. */
export interface DescribedPage {
  /** The path without the base, such as `stanzas/call-offer/`. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** The pages between the overview and this one. */
  readonly above: readonly Ref[];
  /** Its name in the breadcrumbs; undefined for an entry page, which has none. */
  readonly here: string | undefined;
}

/** An object of the vocabulary of schema.org. */
type Thing = Readonly<Record<string, unknown>>;

/** A set of terms names this many: a longer one would weigh more than the rest of its page. */
const MOST_TERMS = 150;
const MOST_CHARACTERS = 160;

/**
 * What a page is, in the vocabulary of schema.org: its place in the site, and what it describes. Undefined if the origin
 * of the site is not known, since addresses must be absolute.
 */
export function linkedData(published: Published, links: Links, page: DescribedPage): Thing | undefined {
  const { origin } = published;
  if (origin === undefined) return undefined;
  const at = (href: string): string => (href.startsWith('/') ? `${origin}${href}` : href);
  const url = at(links.page(page.path));
  const things = [
    ...breadcrumbs(page, url, at(links.page('')), at),
    ...described(published, links, page, url, at),
  ];
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}

function breadcrumbs(
  { above, here }: DescribedPage,
  url: string,
  home: string,
  at: (href: string) => string,
): Thing[] {
  if (here === undefined) return [];
  const steps = [
    { text: 'Spec', href: home },
    ...above.flatMap(({ text, href }) => (href === undefined ? [] : [{ text, href: at(href) }])),
    { text: here, href: url },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ text, href }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name: text,
        item: href,
      })),
    },
  ];
}

function described(
  published: Published,
  links: Links,
  page: DescribedPage,
  url: string,
  at: (href: string) => string,
): Thing[] {
  const { definitions, spec } = published.corpus;
  const { first, last } = pageDays(published, page.path);
  const stated = {
    url,
    version: spec.version,
    inLanguage: 'en',
    ...(spec.license !== undefined && { license: licenseUrl(spec.license) }),
    ...(first !== undefined && { datePublished: first }),
    ...(last !== undefined && { dateModified: last }),
  };
  const common = { name: page.title, description: page.summary, ...stated };
  if (page.path === 'data/') return [dataset(published, links, common, at)];
  if (page.path === 'glossary/') {
    return [
      termSet(
        common,
        glossaryTerms(published).map(({ term, definition, href }) => [
          term,
          plainProse(definition),
          `${url}${href}`,
        ]),
      ),
    ];
  }
  const own = definitionAt(page.path);
  const id = decodeURIComponent(own?.id ?? '');
  if (own === undefined || page.path !== pagePath(own.kind, id)) return [];
  const values = own.kind === 'enum' ? definitions.enum.get(id)?.data.values : undefined;
  if (values !== undefined)
    return [
      termSet(
        common,
        values.map(({ value, description }) => [value, plainProse(description), `${url}${fragment(value)}`]),
      ),
    ];
  const explains = isFactOwner(own.kind) || KINDS[own.kind].texts !== undefined;
  return explains && definitions[own.kind].has(id)
    ? [{ '@type': 'TechArticle', headline: page.title, ...stated }]
    : [];
}

function dataset(published: Published, links: Links, common: Thing, at: (href: string) => string): Thing {
  const { title, summary } = published.corpus.spec;
  const file = (path: string, format: string): Thing => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: at(links.page(path)),
  });
  return {
    '@type': 'Dataset',
    ...common,
    name: title,
    ...(summary !== undefined && { description: clip(plainProse(summary), MOST_DESCRIPTION) }),
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: title, url: at(links.page('')) },
    distribution: [
      file('spec.json', 'application/json'),
      file('facts.json', 'application/json'),
      file('llms-full.txt', 'text/plain'),
    ],
  };
}

/** Search engines refuse longer descriptions of a dataset. */
const MOST_DESCRIPTION = 5000;

const termSet = (
  common: Thing,
  terms: readonly (readonly [name: string, description: string, url: string])[],
): Thing => ({
  '@type': 'DefinedTermSet',
  ...common,
  hasDefinedTerm: terms.slice(0, MOST_TERMS).map(([name, description, url]) => ({
    '@type': 'DefinedTerm',
    name,
    description: clip(description, MOST_CHARACTERS),
    url,
  })),
});

/** A license by its SPDX identifier has an address; any other is left as it is written. */
const licenseUrl = (license: string): string =>
  /^[A-Za-z0-9.+-]+$/.test(license) ? `https://spdx.org/licenses/${license}.html` : license;
