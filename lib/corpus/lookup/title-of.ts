import type { Kind } from '../../schema/kinds.ts';
import type { Entry } from '../model/corpus.ts';

/** The title of a definition, as readers see it. */
export function titleOf(entry: Entry<Kind>): string {
  const data = entry.data as unknown as Readonly<Record<string, unknown>>;
  for (const key of ['display_name', 'title', 'name']) {
    const value = data[key];
    if (typeof value === 'string') return value;
  }
  return entry.id;
}

/** The summary or description of a definition; '' if it has none. */
export function summaryOf({ data }: Entry<Kind>): string {
  for (const key of ['summary', 'description']) {
    const value: unknown = Reflect.get(data, key);
    if (typeof value === 'string') return value;
  }
  return '';
}
