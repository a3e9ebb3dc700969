import { counted } from '../../text/counted.ts';
import { type Code, code, didYouMean } from '../parts/code.ts';

/** Links and sources. */
export const SOURCE_CODES = {
  'link/not-https': code<{ url: string }>({
    level: 'error',
    title: 'Link is not https',
    why: 'Only https addresses without a user name become links; others could run code or mislead.',
    message: ({ url }) => `'${url}' is not an https address.`,
    hint: () => 'Use an address that begins with https:// and has no user name in it.',
  }),
  'link/relative': code<{ url: string }>({
    level: 'warning',
    policy: true,
    title: 'Relative link',
    why: 'A relative URL means something else on every site. It is shown as text.',
    message: ({ url }) => `'${url}' is relative; it is shown but not linked.`,
    hint: () => 'Write the full address, beginning with https://.',
  }),
  'source/malformed': code<{ source: string; reason: string; meant?: string | undefined }>({
    level: 'error',
    title: 'Malformed source',
    why: 'Readers follow sources to check a fact; a source that cannot be followed proves nothing.',
    message: ({ source, reason }) => `The source '${source}' is malformed: ${reason}.`,
    hint: ({ meant }) =>
      didYouMean(meant) ??
      'Write <flavor>:<path>#L<from>-L<to>, capture:<id>, capture:<id>#<n>, #<number>, an https address, or a note in words.',
  }),
  'source/line-form': code<{ source: string; meant: string }>({
    level: 'warning',
    title: 'Line numbers in another format',
    why: 'Line numbers in another format are read as part of the path, and the link leads to a file that does not exist.',
    message: ({ source }) =>
      `The source '${source}' seems to have line numbers, but they are read as part of its path.`,
    hint: ({ meant }) => `Did you mean ${meant}?`,
  }),
  'source/moving-branch': code<{ source: string; ref: string }>({
    level: 'warning',
    policy: true,
    title: 'Source on a branch',
    why: 'A branch changes; a commit shows what the author saw. References, which are only further reading, may lead to a branch.',
    message: ({ source, ref }) => `The source '${source}' leads to ${ref}, which changes over time.`,
    hint: () =>
      'Use the address with the full commit hash (press y on GitHub), or a place in an implementation that has a commit: <flavor>:<path>#L<line>.',
  }),
  'source/short-commit': code<{ commit: string }>({
    level: 'warning',
    policy: true,
    title: 'Short commit hash',
    why: 'A shortened hash becomes ambiguous as a repository grows, and its links break.',
    message: ({ commit }) => `'${commit}' is a shortened commit hash: ${commit.length} characters of 40.`,
    hint: () => 'Write the full hash, in quotes.',
  }),
  'source/free-note': code<{ source: string }>({
    level: 'warning',
    policy: true,
    title: 'Source cannot be followed',
    why: 'A note says where somebody looked, but nobody can look there again.',
    message: ({ source }) => `The source '${source}' is a note that readers cannot follow.`,
    hint: () => 'Give a place in an implementation, a capture, an issue or an https address.',
  }),
  'source/many-records': code<{ most: number }>({
    level: 'warning',
    policy: true,
    title: 'Many records of traces',
    why: 'A fact cites a few records of traces, by client, leg and date. Its page counts the others that show it, so a longer list only makes the file harder to read.',
    message: ({ most }) => `This fact cites more than ${most} records of traces.`,
    hint: ({ most }) =>
      `Keep at most ${most}, of different clients, legs and dates, and remove the others: the page counts them.`,
  }),
  'source/no-repository': code<{ flavor: string }>({
    level: 'warning',
    policy: true,
    title: 'Sources in an implementation without a repository',
    why: 'A place in the code of an implementation becomes a link into its repository. Without one, readers see a path that they cannot follow.',
    message: ({ flavor }) =>
      `Sources name places in ${flavor}, but it has no repository, so they are not links.`,
    hint: () => 'Add repository: and its https address.',
  }),
  'source/no-commit': code<{ flavor: string }>({
    level: 'warning',
    policy: true,
    title: 'Sources in an implementation without a commit',
    why: 'Line numbers shift when a file changes. A link to lines on a branch soon shows something else; a link to a commit shows what the author saw.',
    message: ({ flavor }) =>
      `Sources name lines in ${flavor}, but it has no commit, so nobody can tell which lines were meant.`,
    hint: () => 'Add commit: and the full hash of the commit that the lines were read in, in quotes.',
  }),
  'source/no-file': code<{ place: string; commit: string; reason: string }>({
    level: 'error',
    title: 'Source leads to no file',
    why: 'Readers follow sources to check a fact; a file that does not exist at the pinned commit proves nothing.',
    message: ({ place, commit, reason }) => `'${place}' at ${commit}: ${reason}.`,
    hint: () => 'Correct the path, and check the sources again.',
    way: 'checkSources',
  }),
  'source/no-lines': code<{ place: string; commit: string }>({
    level: 'error',
    title: 'Source leads to no lines',
    why: 'Lines after the end of a file were read at another commit, or in another file.',
    message: ({ place, commit }) => `'${place}' at ${commit}: the file has fewer lines.`,
    hint: () => 'Correct the lines, and check the sources again.',
    way: 'checkSources',
  }),
  'source/not-named': code<{ place: string; commit: string; names: string }>({
    level: 'warning',
    title: 'Source does not name the fact',
    why: 'Lines that have neither the name on the wire nor an alias of it, nor the lines around them, may be the wrong ones.',
    message: ({ place, commit, names }) => `'${place}' does not name ${names} at ${commit}.`,
    hint: () =>
      'Correct the lines; or add to the implementation what its code calls it (aliases:), or why it is not named there (unnamed:).',
  }),
  'source/not-checked': code<{ flavor: string; count: number; first: string }>({
    level: 'note',
    title: 'Sources were not checked',
    why: 'A source that nobody has opened since it was written may be wrong.',
    message: ({ flavor, count, first }) =>
      `${counted(count, 'source')} in ${flavor} ${count === 1 ? 'was' : 'were'} not checked, such as '${first}'.`,
    hint: () => 'Open them.',
    way: 'checkSources',
  }),
  'source/check-outdated': code<{ flavor: string; count: number; commit: string; checked: string }>({
    level: 'note',
    title: 'Source checks are out of date',
    why: 'The sources were opened at another commit than the one that the implementation refers to now.',
    message: ({ flavor, count, commit, checked }) =>
      `${counted(count, 'source')} in ${flavor} ${count === 1 ? 'was' : 'were'} checked at ${checked}, but it is now at ${commit}.`,
    hint: () => 'Open them again.',
    way: 'checkSources',
  }),
  'source/citation-outdated': code<{ flavor: string; count: number; commit: string; checked: string }>({
    level: 'note',
    title: 'Comments that cite parts were not looked for',
    why: 'Comments in client code that cite parts were found at another commit than the one that the flavor refers to now. The pages leave them out, because their lines may have moved.',
    message: ({ flavor, count, commit, checked }) =>
      `${counted(count, 'line')} in ${flavor} that ${count === 1 ? 'cites a part was' : 'cite parts were'} found at ${checked}, but it is now at ${commit}.`,
    hint: () => 'Search the code again, with a clone of it at hand.',
    way: 'checkSources',
  }),
} as const satisfies Record<string, Code<never>>;
