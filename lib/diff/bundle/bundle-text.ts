import type { Bundle } from './bundle.ts';

/**
 * Prints a bundle as JSON with one line per fact, definition and so on: equal bundles give equal bytes, and any
 * line-based diff shows what differs between two.
 */
export function bundleText(bundle: Bundle): string {
  const entries = Object.entries(bundle).map(([key, value]) => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return `${name}: ${JSON.stringify(value)}`;
    return `${name}: [\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
