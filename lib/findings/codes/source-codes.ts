import { type Code, code, didYouMean } from '../parts/code.ts';

/** Links and sources. */
export const SOURCE_CODES = {
  'link/not-https': code<{ url: string }>({
    level: 'error',
    title: 'Link is not https',
    why: 'Only https addresses without a user part become links; any other could run code or mislead.',
    message: ({ url }) => `'${url}' is not an https address.`,
    hint: () => 'Give an address that begins with https:// and has no user name in it.',
  }),
  'link/relative': code<{ url: string }>({
    level: 'warning',
    title: 'Relative link',
    why: 'A relative URL means something else on every site. It is shown as text.',
    message: ({ url }) => `'${url}' is relative; it is shown but not linked.`,
    hint: () => 'Give the whole address, beginning with https://.',
  }),
  'source/malformed': code<{ source: string; reason: string; meant?: string | undefined }>({
    level: 'error',
    title: 'Malformed source',
    why: 'A source is followed by readers; one that cannot be followed proves nothing.',
    message: ({ source, reason }) => `The source '${source}' is malformed: ${reason}.`,
    hint: ({ meant }) =>
      didYouMean(meant) ??
      'Write <flavor>:<path>#L<from>-L<to>, capture:<id>, #<number>, an https address, or a note in words.',
  }),
  'source/line-form': code<{ source: string; meant: string }>({
    level: 'warning',
    title: 'Lines in another form',
    why: 'Line numbers in another form are taken for a part of the path, and the link leads to a file that does not exist.',
    message: ({ source }) =>
      `The source '${source}' seems to name lines, and they are taken for a part of its path.`,
    hint: ({ meant }) => `Did you mean ${meant}?`,
  }),
  'source/moving-branch': code<{ source: string; ref: string }>({
    level: 'warning',
    title: 'Source at a moving branch',
    why: 'The content of a branch changes; a commit shows what its author saw. A reference, which is only for reading, may lead to a branch.',
    message: ({ source, ref }) => `The source '${source}' leads to ${ref}, which moves.`,
    hint: () =>
      'Give the address with the whole hash of a commit (press y on GitHub), or a place in a flavor, which has one: <flavor>:<path>#L<line>.',
  }),
  'source/short-commit': code<{ commit: string }>({
    level: 'warning',
    title: 'Short commit hash',
    why: 'The beginning of a hash becomes ambiguous as a repository grows, and its links end.',
    message: ({ commit }) =>
      `'${commit}' is the beginning of a commit hash: ${commit.length} characters of 40.`,
    hint: () => 'Write the whole hash, in quotes.',
  }),
  'source/free-note': code<{ source: string }>({
    level: 'warning',
    title: 'Source cannot be followed',
    why: 'A note in words tells where somebody looked, but nobody can look again.',
    message: ({ source }) => `The source '${source}' is a note; it leads nowhere.`,
    hint: () => 'Give a place in a flavor, a capture, an issue or an https address.',
  }),
  'source/no-repository': code<{ flavor: string }>({
    level: 'warning',
    title: 'Sources in a flavor without a repository',
    why: 'A place in the code of a flavor becomes a link into its repository. Without one, readers see a path that they cannot follow.',
    message: ({ flavor }) =>
      `Sources name places in ${flavor}, and it has no repository: none becomes a link.`,
    hint: () => 'Add repository: and its https address.',
  }),
  'source/no-commit': code<{ flavor: string }>({
    level: 'warning',
    title: 'Sources in a flavor without a commit',
    why: 'Lines move with every change of a file. A link to lines of a branch shows something else after a while; one into a commit shows what its author saw.',
    message: ({ flavor }) =>
      `Sources name lines in ${flavor}, and it has no commit: nobody can tell which lines were meant.`,
    hint: () => 'Add commit: and the full hash of the commit that the lines were read in, in quotes.',
  }),
} as const satisfies Record<string, Code<never>>;
