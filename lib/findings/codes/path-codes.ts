import { type Code, code, didYouMean } from '../parts/code.ts';

/** Paths of facts that were released. */
export const PATH_CODES = {
  'path/lost': code<{
    path: string;
    version: string;
    now?: string | undefined;
    whole?: string | undefined;
  }>({
    level: 'error',
    title: 'Released path is lost',
    why: 'Links to facts must work for years. A released path leads to its fact, to its successor, or to a page that explains what happened to it.',
    message: ({ path, version }) => `${path} was released in ${version}, but no longer leads anywhere.`,
    hint: ({ path, now, whole }) => {
      if (whole !== undefined)
        return `It is part of ${whole}: whatever you do about ${whole} also applies to it.`;
      // Stanzas, shared nodes and enums list their former ids; other definitions are named by their page.
      if (!/[@=#:]/.test(path) && /^(?:node\/)?[^/]*$/.test(path)) {
        return now === undefined
          ? `Restore it, list '${path}' in moved_from of its successor, or explain in tombstones.yaml why it was removed.`
          : `If it is now called ${now}, list '${path}' in moved_from of ${now}. Otherwise restore it, or explain in tombstones.yaml why it was removed.`;
      }
      const put = `add '${path}' to tombstones.yaml with a reason, a date`;
      return now === undefined
        ? `Restore it, or ${put} and, if it has a new path, that path as its successor.`
        : `If it is now called ${now}, ${put} and ${now} as its successor. Otherwise restore it, or add it without a successor.`;
    },
  }),
  'path/never-released': code<{ path: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Tombstone of an unreleased path',
    why: 'A tombstone preserves the address of a released path. One for any other path preserves nothing, and the address that was meant is lost.',
    message: ({ path }) => `No release contains ${path}.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Remove the tombstone, or correct its path.',
  }),
  'path/not-gone': code<{ path: string }>({
    level: 'error',
    title: 'Tombstone of an existing path',
    why: 'A tombstone has no effect while its path exists, so one of the two is wrong.',
    message: ({ path }) => `${path} still exists, but a tombstone says that it was removed.`,
    hint: () => 'Remove the tombstone or the fact.',
  }),
  'path/successor': code<{ path: string; successor: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Successor does not exist',
    why: 'Old links lead to the successor; if it does not exist, they are dead ends.',
    message: ({ path, successor }) => `The successor of ${path}, ${successor}, does not exist.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ?? 'Write its current path, or remove the successor if there is none.',
  }),
  'path/still-there': code<{ former: string; id: string }>({
    level: 'error',
    title: 'Moved from an existing id',
    why: 'An id that exists has not moved: links lead to it, not to the supposed successor.',
    message: ({ former, id }) =>
      former === id
        ? `${id} lists itself in moved_from.`
        : `${id} lists ${former} in moved_from, but ${former} still exists.`,
    hint: ({ former, id }) =>
      former === id
        ? `Remove '${former}' from moved_from.`
        : `Remove '${former}' from moved_from, or delete what is left of ${former}.`,
  }),
  'path/claimed-twice': code<{ former: string; other: string }>({
    level: 'error',
    title: 'Two successors of one definition',
    why: 'A link to the old id can lead to one page only.',
    message: ({ former, other }) => `${former} is already listed in moved_from of ${other}.`,
    hint: () => 'Keep it in the definition that most of the old page moved to.',
  }),
  'path/moved-from': code<{ former: string; id: string }>({
    level: 'error',
    title: 'Part of a definition in moved_from',
    why: '`moved_from` lists the former ids of a whole definition, or a child that became a definition of its own. A link to an attribute, a content or a value would lead to the top of the page instead of to its successor.',
    message: ({ former, id }) => `${former} is part of a definition, but ${id} is a whole definition.`,
    hint: ({ former }) =>
      `Add '${former}' to tombstones.yaml with a reason, a date and its current path as successor.`,
  }),
  'path/bundle': code<{ reason: string }>({
    level: 'error',
    title: 'Frozen release cannot be read',
    why: 'The bundles in `releases/` list the paths that must keep working; a bundle that cannot be read protects none.',
    message: ({ reason }) => `This is not a valid release bundle: ${reason}.`,
    hint: () => 'Restore it from the repository; a frozen release never changes.',
  }),
} as const satisfies Record<string, Code<never>>;
