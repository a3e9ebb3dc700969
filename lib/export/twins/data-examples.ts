import type { Addresses } from '../json/addresses.ts';
import examples from './data-examples.json' with { type: 'json' };

/** A program that reads what is published. It runs as it stands. */
export interface DataExample {
  readonly title: string;
  readonly about: string;
  readonly code: string;
}

/** Where a site is looked for whose address is not known: where it is served on one's own machine. */
const OWN_MACHINE = 'http://localhost:4321';

// How each of them begins. Only named here: the examples use the network, this room does not.
const head = (site: string): readonly string[] => [
  `const site = '${site.replace(/[\\']/g, '\\$&')}';`,
  `const read = async (path) => (await ${'fetch'}(new URL(path, site))).json();`,
  '',
];

/**
 * The examples of the page about the data.
 * @param addresses those of the site that the examples read
 */
export function dataExamples({ of }: Addresses): DataExample[] {
  const home = of('');
  const site = /^https?:/.test(home) ? home : `${OWN_MACHINE}${home}`;
  return examples.map(({ title, about, code }) => ({
    title,
    about,
    code: [...head(site), ...code].join('\n'),
  }));
}
