import type { RetiredPage } from './retired-pages.ts';

/**
 * The JSON of a retired page.
 * @param movedTo the address where its definition is now; undefined if it was withdrawn
 */
export function retiredJson(
  { kind, id, title, version, now }: RetiredPage,
  movedTo: string | undefined,
): Readonly<Record<string, unknown>> {
  const moved = now?.kind === 'moved' ? now : undefined;
  const { date, reason } = (now?.kind === 'withdrawn' ? now.tombstone : undefined) ?? {};
  return {
    kind,
    id,
    title,
    version,
    moved_to: movedTo,
    path: moved?.path,
    withdrawn: date,
    reason: reason ?? moved?.reason,
  };
}
