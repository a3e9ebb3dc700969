import type { Addresses } from '../json/addresses.ts';
import examples from './data-examples.json' with { type: 'json' };

/** A program that reads the published data. It runs as is. */
export interface DataExample {
  readonly title: string;
  readonly about: string;
  readonly code: string;
}

/** The address of a site whose origin is not known: that of a local server. */
const OWN_MACHINE = 'http://localhost:4321';

// How each example begins. The name is assembled because the examples use the network and lib must not.
const head = (site: string): readonly string[] => [
  `const site = '${site.replace(/[\\']/g, '\\$&')}';`,
  `const read = async (path) => (await ${'fetch'}(new URL(path, site))).json();`,
  '',
];

/**
 * The examples of the page about the data.
 * @param addresses of the site that the examples read
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
