import type { Bundle } from './bundle.ts';

/**
 * A bundle as JSON, with each fact, definition and so on in a line of its own: equal bundles give equal bytes,
 * and what differs between two of them is seen in any tool that compares lines.
 */
export function bundleText(bundle: Bundle): string {
  const entries = Object.entries(bundle).map(([key, value]) => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return `${name}: ${JSON.stringify(value)}`;
    return `${name}: [\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
