import type { RetiredPage } from './retired-pages.ts';

/**
 * A page that is there no more, for programs: an object to be written as JSON.
 * @param movedTo the address where it is now; undefined where it was withdrawn
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
