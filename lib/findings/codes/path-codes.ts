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
    title: 'A released path is lost',
    why: 'Links to facts are followed for years. A path that was released leads to its fact, to its successor, or to a page that says what became of it.',
    message: ({ path, version }) => `${path} was released in ${version} and leads nowhere now.`,
    hint: ({ path, now, whole }) => {
      if (whole !== undefined) return `It went with ${whole}; what became of that is said of it too.`;
      if (!/[@=#:]/.test(path)) {
        return now === undefined
          ? `Put it back, name '${path}' in moved_from of its successor, or say in tombstones.yaml why it is gone.`
          : `If it is called ${now} now, name '${path}' in moved_from of ${now}. Else put it back, or say in tombstones.yaml why it is gone.`;
      }
      const put = `write in tombstones.yaml '${path}' with a reason and a date`;
      return now === undefined
        ? `Put it back, or ${put}, and as its successor the path that it has now, if it has one.`
        : `If it is called ${now} now, ${put}, and ${now} as its successor. Else put it back, or write the same without a successor.`;
    },
  }),
  'path/never-released': code<{ path: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Tombstone of a path that never was',
    why: 'A tombstone preserves the address of a released path. One for any other path preserves nothing, and the address that was meant is lost.',
    message: ({ path }) => `No release has ${path}.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Take the tombstone out, or correct its path.',
  }),
  'path/not-gone': code<{ path: string }>({
    level: 'error',
    title: 'Tombstone of what is there',
    why: 'A tombstone is not used while its path exists; one of the two is wrong.',
    message: ({ path }) => `${path} is there, and a tombstone says that it is gone.`,
    hint: () => 'Take the tombstone out, or the fact.',
  }),
  'path/successor': code<{ path: string; successor: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Successor that is not there',
    why: 'Old links lead to the successor; if it does not exist, they are dead ends.',
    message: ({ path, successor }) => `The successor of ${path}, ${successor}, leads nowhere.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Write the path that it has now, or leave the successor out if there is none.',
  }),
  'path/still-there': code<{ former: string; id: string }>({
    level: 'error',
    title: 'Moved from what is there',
    why: 'An id that exists has not moved: its links lead to it, and not to its supposed successor.',
    message: ({ former, id }) =>
      former === id
        ? `${id} says that it was moved from itself.`
        : `${id} says that it was ${former}, and ${former} is still there.`,
    hint: ({ former }) => `Take '${former}' out of moved_from, or delete what is left of it.`,
  }),
  'path/claimed-twice': code<{ former: string; other: string }>({
    level: 'error',
    title: 'Two successors of one definition',
    why: 'A link to the old id leads to one page.',
    message: ({ former, other }) => `${former} is named in moved_from of ${other} already.`,
    hint: () => 'Keep it where most of the old page went.',
  }),
  'path/moved-from': code<{ former: string; id: string }>({
    level: 'error',
    title: 'A part is named in moved_from',
    why: 'The key moved_from says what the whole definition was: an id, or a child that has become a definition of its own. Of an attribute, a content or a value it would lead to the top of the page, and not to what took its place.',
    message: ({ former, id }) => `${former} is a part of a definition; ${id} is a whole one.`,
    hint: ({ former }) =>
      `Say it in tombstones.yaml: '${former}' with a reason, a date, and as successor the path that it has now.`,
  }),
  'path/bundle': code<{ reason: string }>({
    level: 'error',
    title: 'A frozen release cannot be read',
    why: 'The bundles in `releases/` say which paths must lead somewhere; one that cannot be read protects nothing.',
    message: ({ reason }) => `This is no bundle of a release: ${reason}.`,
    hint: () => 'Restore it from the repository; a frozen release never changes.',
  }),
} as const satisfies Record<string, Code<never>>;
