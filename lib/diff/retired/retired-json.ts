import type { RetiredPage } from './retired-pages.ts';

/**
 * A page that no longer exists, as JSON.
 * @param movedTo its new URL; undefined if it was withdrawn
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
