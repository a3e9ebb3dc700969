import type { FindingWays } from '../prose/ways.ts';

/** error: a page would be wrong or unsafe; warning: worth mending; note: only said. */
export type Level = 'error' | 'warning' | 'note';

export const LEVELS: readonly Level[] = ['note', 'warning', 'error'];

interface Code<A> {
  readonly level: Level;
  /** A short name for people. */
  readonly title: string;
  /** Why it matters, in a sentence or two of prose (`code` is its only markup). */
  readonly why: string;
  readonly message: (args: A) => string;
  readonly hint?: (args: A) => string | undefined;
  /** How to do what the hint says; the place that shows the finding knows the words. */
  readonly way?: keyof FindingWays;
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** For codes whose wording needs no arguments. */
type None = Record<never, never>;

const code = <A>(entry: Code<A>): Code<A> => entry;

const didYouMean = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${suggestion}?`;

/** The steps of a way, the ones in the middle left out where there are many. */
const waysShown = (ids: readonly string[]): string =>
  (ids.length > 12 ? [...ids.slice(0, 6), '…', ...ids.slice(-5)] : ids).join(' → ');

interface Unknown {
  readonly id: string;
  readonly suggestion?: string | undefined;
}
const unknown = (kind: string, folder: string, level: Level = 'error') =>
  code<Unknown>({
    level,
    title: `Unknown ${kind}`,
    why: `A name that leads nowhere cannot be followed by a reader. Every ${kind} that is named has a file in \`${folder}/\`.`,
    message: ({ id }) => `There is no ${kind} '${id}'.`,
    hint: ({ id, suggestion }) => didYouMean(suggestion) ?? `Add ${folder}/${id}.yaml, or mend the name.`,
  });

/** Something that stands inside a node of an example. */
interface Inside {
  readonly parent: string;
  readonly suggestion?: string | undefined;
}

/**
 * Every code that a finding can have. The site's rules page and the test that each code has a passing and a
 * failing case are made from this table. A code's name is permanent; its wording is not.
 */
export const CODES = {
  'file/missing-folder': code<{ folder: string }>({
    level: 'error',
    title: 'Missing folder',
    why: 'A spec has at least a folder of stanzas; without it there is nothing to show.',
    message: ({ folder }) => `The spec has no folder ${folder}/.`,
    hint: ({ folder }) => `Is this the right folder? A spec has ${folder}/<id>.yaml in it.`,
    way: 'nameSpec',
  }),
  'file/unknown-folder': code<{ name: string }>({
    level: 'note',
    title: 'Unknown folder',
    why: 'Other corpora may keep more beside their stanzas. What we do not know is left alone, and said.',
    message: ({ name }) => `${name} is no folder or file of a spec that we know; it is skipped.`,
  }),
  'file/near-name': code<{ name: string; meant: string }>({
    level: 'warning',
    title: 'Misspelled folder or file',
    why: 'What stands in a folder of another name is not read: it would be missing from the site without a word.',
    message: ({ name }) => `${name} is no folder or file of a spec that we know; it is skipped.`,
    hint: ({ meant }) => `Did you mean ${meant}?`,
  }),
  'file/unreadable': code<{ reason: string }>({
    level: 'error',
    title: 'File cannot be read',
    why: 'A definition that cannot be read would be missing from the site without a word.',
    message: ({ reason }) => `The file cannot be read: ${reason}.`,
    hint: () => 'Check its permissions and that it is a plain file.',
  }),
  'file/outside': code<None>({
    level: 'error',
    title: 'File leads outside',
    why: 'Nothing outside the spec folder is read, so that a pull request cannot reach for other files.',
    message: () => 'The link leads outside the spec folder.',
    hint: () => 'Put the file itself into the spec folder.',
  }),
  'yaml/too-large': code<{ size: number; limit: number }>({
    level: 'error',
    title: 'File too large',
    why: 'A definition is read by people; a file above the limit is a mistake or an attack.',
    message: ({ size, limit }) => `The file has ${size} bytes; the limit is ${limit}.`,
    hint: () => 'Split it, or leave out what is not a fact.',
  }),
  'yaml/encoding': code<None>({
    level: 'error',
    title: 'Not UTF-8',
    why: 'Bytes that are not UTF-8 would be shown as something that nobody wrote.',
    message: () => 'The file is not valid UTF-8 from here on.',
    hint: () => 'Save the file as UTF-8.',
  }),
  'yaml/control-character': code<{ character: string }>({
    level: 'error',
    title: 'Control character',
    why: 'Control characters and characters that turn the direction of writing can make a text look like another.',
    message: ({ character }) => `The character ${character} is not allowed.`,
    hint: () => 'Remove it, or write what it stands for in words.',
  }),
  'yaml/empty': code<None>({
    level: 'error',
    title: 'Empty file',
    why: 'A definition without content says nothing.',
    message: () => 'The file holds nothing.',
    hint: () => 'Fill it in, or delete it.',
    way: 'newEntry',
  }),
  'yaml/several-documents': code<None>({
    level: 'error',
    title: 'Several documents in one file',
    why: 'One definition a file: the name of the file is its id.',
    message: () => 'A second document begins here.',
    hint: () => 'Move it to a file of its own.',
  }),
  'yaml/syntax': code<{ reason: string; hint: string }>({
    level: 'error',
    title: 'YAML syntax',
    why: 'The file cannot be understood from this place on.',
    message: ({ reason }) => `This is not valid YAML: ${reason}.`,
    hint: ({ hint }) => hint,
  }),
  'yaml/more-errors': code<{ count: number }>({
    level: 'error',
    title: 'More syntax errors',
    why: 'One mistake can make all that follows unreadable; a list of hundreds of errors hides the first, which matters.',
    message: ({ count }) =>
      count === 1 ? 'One more syntax error is here.' : `${count} more syntax errors follow from here on.`,
    hint: () => 'Mend the first ones; the others often go with them.',
  }),
  'yaml/directive': code<{ name: string }>({
    level: 'error',
    title: 'YAML directive',
    why: 'A directive changes what the rest of the file means. The YAML of a spec is 1.2 and needs none.',
    message: ({ name }) => `The directive ${name} is not allowed.`,
    hint: () => 'Leave it out.',
  }),
  'yaml/too-deep': code<{ limit: number }>({
    level: 'error',
    title: 'Nested too deep',
    why: 'No stanza is nested this deep; such a file is a mistake or an attack.',
    message: ({ limit }) => `The file is nested deeper than ${limit} levels.`,
    hint: () => 'Flatten it.',
  }),
  'yaml/duplicate-key': code<{ key: string; line: number }>({
    level: 'error',
    title: 'Duplicate key',
    why: 'Of two equal keys one would win in silence.',
    message: ({ key, line }) => `The key '${key}' was already given in line ${line}.`,
    hint: () => 'Keep one of the two.',
  }),
  'yaml/key-not-text': code<None>({
    level: 'error',
    title: 'Key is not text',
    why: 'Keys are names; a list, a mapping or a number cannot be one.',
    message: () => 'This key is not a plain name.',
    hint: () => 'Write the name of a key, in quotes if it is a number.',
  }),
  'yaml/anchor': code<{ name: string }>({
    level: 'error',
    title: 'Anchor',
    why: 'Each fact stands where it is read. Anchors hide it and can make small files huge.',
    message: ({ name }) => `The anchor &${name} is not allowed.`,
    hint: () => 'Write the value out in both places. If text was meant, put it in quotes.',
  }),
  'yaml/alias': code<{ name: string }>({
    level: 'error',
    title: 'Alias',
    why: 'Each fact stands where it is read. Aliases hide it and can make small files huge.',
    message: ({ name }) => `The alias *${name} is not allowed.`,
    hint: () => 'Write the value out. If text was meant, put it in quotes.',
  }),
  'yaml/tag': code<{ name: string }>({
    level: 'error',
    title: 'YAML tag',
    why: 'Tags change what a value is; the schema already says it.',
    message: ({ name }) => `The tag ${name} is not allowed.`,
    hint: () => 'Leave it out. If text was meant, put it in quotes.',
  }),
  'yaml/merge-key': code<None>({
    level: 'error',
    title: 'Merge key',
    why: 'Each fact stands where it is read; a merge key pulls it from elsewhere.',
    message: () => 'The merge key << is not allowed.',
    hint: () => 'Write the keys out.',
  }),
  'yaml/no-value': code<{ key: string; spelling: string; comment: boolean }>({
    level: 'warning',
    title: 'Key without a value',
    why: 'An empty value says neither yes nor no. It is read as if the key were not there.',
    message: ({ key, spelling }) =>
      spelling === ''
        ? `The key '${key}' has no value.`
        : `YAML reads ${spelling} as nothing; the key '${key}' has no value.`,
    hint: ({ spelling, comment }) => {
      if (comment) return 'A # begins a comment. If it belongs to the value, put the value in quotes.';
      if (spelling === '') return 'Give it a value, or leave the key out.';
      return `If the text is meant, put it in quotes: '${spelling}'. Else leave the key out.`;
    },
  }),
  'yaml/comment-in-text': code<None>({
    level: 'warning',
    title: 'Text ends at a #',
    why: 'A # behind a blank begins a comment, and all that follows on the line is not read.',
    message: () => 'This # begins a comment, and the text ends before it.',
    hint: () =>
      'Put the text in quotes, or behind >- on lines of its own. If a comment is meant, write a space behind the #.',
  }),
  'schema/unknown-key': code<{ key: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown key',
    why: 'A misspelled key would be lost without a word.',
    message: ({ key }) => `The key '${key}' is not known here.`,
    hint: ({ allowed, suggestion }) => didYouMean(suggestion) ?? `Known keys: ${allowed.join(', ')}.`,
  }),
  'schema/missing-key': code<{ keys: readonly string[] }>({
    level: 'error',
    title: 'Missing key',
    why: 'A reader relies on this being said.',
    message: ({ keys }) =>
      keys.length === 1
        ? `The key '${keys[0]}' is missing here.`
        : `The keys ${joined(keys.map((key) => `'${key}'`))} are missing here.`,
    hint: ({ keys }) => `Add ${joined(keys.map((key) => `'${key}:'`))}.`,
  }),
  'schema/no-value': code<{ key: string; mayBeEmpty: boolean }>({
    level: 'error',
    title: 'Required key without a value',
    why: 'A reader relies on this being said, and an empty value says nothing.',
    message: ({ key }) => `The key '${key}' has no value, and needs one.`,
    hint: ({ mayBeEmpty }) =>
      mayBeEmpty ? "Write it here. A text that is empty is written ''." : 'Write it here.',
  }),
  'schema/wrong-type': code<{ expected: string; actual: string }>({
    level: 'error',
    title: 'Wrong type',
    why: 'A value of another type cannot be shown as what it should be.',
    message: ({ expected, actual }) => `Expected ${expected}, found ${actual}.`,
  }),
  'schema/unquoted': code<{ text: string; actual: string }>({
    level: 'error',
    title: 'Unquoted text',
    why: 'YAML reads an unquoted 1.10 as the number 1.1, and an unquoted yes, null or 0x1f as something else again.',
    message: ({ text, actual }) => `YAML reads ${text} as ${actual}; text is meant here.`,
    hint: ({ text }) => `Put it in quotes: '${text}'.`,
  }),
  'schema/unquoted-value': code<{ text: string; actual: string }>({
    level: 'warning',
    title: 'Unquoted value',
    why: 'On the wire every value is text. It is taken as it is spelled here.',
    message: ({ text, actual }) => `YAML reads ${text} as ${actual}; it is taken as the text '${text}'.`,
    hint: ({ text }) => `Put it in quotes: '${text}'.`,
  }),
  'schema/not-allowed': code<{ value: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Value not allowed',
    why: 'Programs and readers rely on a closed set of words here.',
    message: ({ value, allowed }) => `'${value}' is not allowed here. Use one of: ${allowed.join(', ')}.`,
    hint: ({ suggestion }) => didYouMean(suggestion),
  }),
  'schema/bad-form': code<{ value: string; pattern: string; meaning: string }>({
    level: 'error',
    title: 'Wrong form',
    why: 'The value becomes part of an address, a link or a comparison and must have its form.',
    message: ({ value }) => `'${value}' does not have the right form.`,
    hint: ({ meaning }) => meaning,
  }),
  'schema/size': code<{ what: string }>({
    level: 'error',
    title: 'Too long, too short, too many or too few',
    why: 'Limits keep pages readable and keep a hostile file from hurting anybody.',
    message: ({ what }) => `${what}.`,
  }),
  'schema/repeated': code<{ value: string }>({
    level: 'error',
    title: 'Repeated item',
    why: 'An item that stands twice in a list would be counted twice.',
    message: ({ value }) => `${value} stands here more than once.`,
    hint: () => 'Keep one of them.',
  }),
  'id/file-name': code<{ id: string; expected: string }>({
    level: 'error',
    title: 'Id is not the name of the file',
    why: 'A definition is found by the name of its file; its id is that name.',
    message: ({ id, expected }) => `The id is '${id}', but the file is called '${expected}'.`,
    hint: ({ id, expected }) => `Write id: ${expected}, or rename the file to ${id}.yaml.`,
  }),
  'id/duplicate': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Id is taken',
    why: 'An id is one address for one thing, also on systems that do not tell upper from lower case.',
    message: ({ id, other }) => `The id '${id}' is already taken by ${other}.`,
    hint: () => 'Choose another id. Ids are never used again.',
  }),
  'id/reserved': code<{ id: string }>({
    level: 'error',
    title: 'Id is the name of a file of the site',
    why: 'The page of a definition is a folder with its id as its name, and the list of its kind stands beside it as `index.html`.',
    message: ({ id }) => `The id '${id}' is the name of the file that holds the list.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/not-on-windows': code<{ name: string; reason: string }>({
    level: 'error',
    title: 'Name that Windows cannot store',
    why: 'The id of a definition is the name of its file and of its page. With one that Windows cannot store nobody there can check out the repository.',
    message: ({ name, reason }) => `Windows cannot store the name '${name}': ${reason}.`,
    hint: () => 'Choose another name, for the file and for the id in it.',
  }),
  'id/same-file': code<{ id: string; other: string; twin: string }>({
    level: 'error',
    title: 'Two ids publish one file',
    why: 'The page of a definition is a folder with its id as its name, and beside it stand its JSON and its Markdown: the id with .json and .md behind it.',
    message: ({ id, other, twin }) =>
      `The page of '${id}' would stand at the same address as the ${twin} of '${other}'.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/question': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Question id is taken',
    why: 'Captures and pull requests name a question by its id; two questions of one id could not be told apart.',
    message: ({ id, other }) => `The question id '${id}' is already taken in ${other}.`,
    hint: () => 'Choose another id. Ids of questions are never used again.',
  }),
  'reference/enum': unknown('enum', 'enums'),
  'reference/stanza': unknown('stanza', 'stanzas'),
  'reference/technique': unknown('technique', 'techniques'),
  'reference/contributor': unknown('contributor', 'contributors'),
  'reference/flavor': unknown('flavor', 'flavors'),
  'reference/capture': unknown('capture', 'captures'),
  'reference/participant': code<{ id: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown participant',
    why: 'A step goes from one participant of its flow to another.',
    message: ({ id, allowed }) => `The flow has no participant '${id}'. It has: ${allowed.join(', ')}.`,
    hint: ({ suggestion }) => didYouMean(suggestion),
  }),
  'node/duplicate-attribute': code<{ name: string; line: number }>({
    level: 'error',
    title: 'Attribute defined twice',
    why: 'A node has at most one attribute of a name; two definitions would share one address.',
    message: ({ name, line }) => `The attribute '${name}' of this node was already defined in line ${line}.`,
    hint: () => 'Join the two; a second observation that contradicts the first is a dispute.',
  }),
  'node/duplicate-child': code<{ tag: string; line: number }>({
    level: 'error',
    title: 'Child defined twice',
    why: 'A node has at most one definition of a child; a child that comes twice has its occurrence.',
    message: ({ tag, line }) => `The child <${tag}> of this node was already defined in line ${line}.`,
    hint: () => "Join the two, and say with occurrence '0..n' or '1..n' that it comes more than once.",
  }),
  'enum/duplicate-value': code<{ value: string; line: number }>({
    level: 'error',
    title: 'Enum value defined twice',
    why: 'An enum has each value once; two definitions would share one address.',
    message: ({ value, line }) => `The value '${value}' of this enum was already defined in line ${line}.`,
    hint: () => 'Join the two; a second observation that contradicts the first is a dispute.',
  }),
  'flow/duplicate-participant': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Participant defined twice',
    why: 'Steps name their participants; of two with one name it would be open which one is meant.',
    message: ({ id, line }) => `The participant '${id}' was already defined in line ${line}.`,
    hint: () => 'Give each participant an id of its own.',
  }),
  'flavor/circle': code<{ circle: readonly string[] }>({
    level: 'error',
    title: 'Flavors derive from each other',
    why: 'What was ported from something cannot be its origin too. Whether two flavors corroborate each other is worked out from what they derive from.',
    message: ({ circle }) =>
      circle.length === 2
        ? `${circle[0]} derives from itself.`
        : `These derive from each other: ${waysShown(circle)}.`,
    hint: () => 'Take the entry out of derives_from that is not so.',
  }),
  'glossary/duplicate-term': code<{ term: string; line: number }>({
    level: 'error',
    title: 'Term defined twice',
    why: 'A term has one meaning here and one address, whatever the case of its letters.',
    message: ({ term, line }) => `The term '${term}' was already defined in line ${line}.`,
    hint: () => 'Join the two.',
  }),
  'value/type': code<{ value: string; type: string; expected: string }>({
    level: 'error',
    title: 'Value does not fit its type',
    why: 'A value that contradicts the type beside it makes one of the two wrong.',
    message: ({ value, type, expected }) => `'${value}' is no ${type}: ${expected}.`,
    hint: () => 'Mend the value or the type; if both were seen, say so in a dispute.',
  }),
  'value/enum': code<{ value: string; enum: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Value is not in its enum',
    why: 'A value that was observed belongs into the table of values that the page links to.',
    message: ({ value, enum: id }) => `'${value}' is not a value of the enum ${id}.`,
    hint: ({ value, enum: id, suggestion }) =>
      didYouMean(suggestion) ?? `Add '${value}' to enums/${id}.yaml.`,
  }),
  'question/no-answer': code<{ id: string | undefined }>({
    level: 'error',
    title: 'Resolved without an answer',
    why: 'A question that is shown as resolved and says nothing leaves its reader with less than an open one.',
    message: ({ id }) => `The question${id === undefined ? '' : ` '${id}'`} is resolved, and has no answer.`,
    hint: () => 'Add answer: with what is known now, or write status: open.',
  }),
  'dispute/no-resolution': code<None>({
    level: 'error',
    title: 'Dispute resolved without a resolution',
    why: 'Readers see that somebody decided between two observations; they must see how.',
    message: () => 'The dispute is resolved, and nothing says how.',
    hint: () => 'Add resolution: with what decided it, or write status: open.',
  }),
  'dispute/no-source': code<None>({
    level: 'warning',
    title: 'Dispute without a source',
    why: 'A second observation is weighed against the first; one that cannot be looked up weighs nothing.',
    message: () => 'This dispute names no source, so that nobody can look it up.',
    hint: () => 'Add sources: with the place in a client, the capture or the issue that shows it.',
  }),
  'question/predicate': code<{ predicate: string; reason: string }>({
    level: 'error',
    title: 'Predicate cannot be read',
    why: 'What would settle a question is looked up in every capture; a predicate that cannot be read never answers.',
    message: ({ predicate, reason }) => `The predicate '${predicate}' cannot be read: ${reason}.`,
    hint: () =>
      "Write anchors of facts: terminate@reason is absent and @t is present, or offer/net@medium = '3'.",
  }),
  'question/unknown-fact': code<{
    anchor: string;
    stanza: string | undefined;
    suggestion?: string | undefined;
  }>({
    level: 'warning',
    title: 'Predicate about an unknown fact',
    why: 'A predicate about something that no stanza describes answers nothing that a reader could look up.',
    message: ({ anchor, stanza }) =>
      stanza === undefined
        ? `The predicate names ${anchor} and no stanza.`
        : `The predicate names ${anchor}, which ${stanza} does not describe.`,
    hint: ({ anchor, stanza, suggestion }) =>
      didYouMean(suggestion) ??
      (stanza === undefined
        ? `Write the id of the stanza and a colon before ${anchor}.`
        : `Describe ${anchor} in stanzas/${stanza}.yaml, or mend the predicate.`),
  }),
  'capture/unreadable': code<{ reason: string }>({
    level: 'error',
    title: 'Capture cannot be read',
    why: 'A capture that cannot be read as one whole stanza shows nothing, and nobody can check what it holds.',
    message: ({ reason }) => `The body is not one stanza that can be read: ${reason}.`,
    hint: () => 'Draft the capture again from its log.',
    way: 'draftAgain',
  }),
  'capture/tag': code<{ tag: string; actual: string }>({
    level: 'error',
    title: 'Capture of another stanza',
    why: 'A capture is found by the tag of its outermost node.',
    message: ({ tag, actual }) => `stanza_tag is '${tag}', but the body begins with <${actual}>.`,
    hint: ({ actual }) => `Write stanza_tag: ${actual}.`,
  }),
  'capture/not-sanitized': code<{ kinds: string }>({
    level: 'error',
    title: 'Capture is not sanitized',
    why: 'A capture holds placeholders only, and values that the spec itself lists: sanitizing it again changes nothing.',
    message: ({ kinds }) => `Sanitizing this capture still replaces something: ${kinds}.`,
    hint: () => 'Sanitize the body again, and put the result here.',
    way: 'sanitizeAgain',
  }),
  'capture/leak': code<{ kind: string }>({
    level: 'error',
    title: 'This may belong to somebody',
    why: 'Phone numbers, addresses, keys and the like must never stand in the spec; what is published cannot be called back.',
    message: ({ kind }) => `This looks like ${kind}.`,
    hint: () =>
      'Replace it by a placeholder, such as A@s.whatsapp.net, 203.0.113.1 or CALLID-0001-synthetic. If it was ever pushed, it is public: take it out of the history too.',
  }),
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
    why: 'A relative address means something else on every site. It is shown as text and not linked.',
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
    why: 'Lines that are written otherwise are taken for a part of the path, and the link leads to a file that is not there.',
    message: ({ source }) =>
      `The source '${source}' seems to name lines, and they are taken for a part of its path.`,
    hint: ({ meant }) => `Did you mean ${meant}?`,
  }),
  'source/moving-branch': code<{ source: string; ref: string }>({
    level: 'warning',
    title: 'Source at a moving branch',
    why: 'A branch shows something else after a while; a commit shows what its author saw. A reference, which is only something to read, may lead to a branch.',
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
  'text/placeholder': code<{ word: string }>({
    level: 'warning',
    title: 'Text that is still to be filled in',
    why: 'A skeleton is begun so that somebody fills it in; published as it is, it says nothing.',
    message: ({ word }) => `“${word}” is still to be filled in.`,
    hint: () => 'Write what is known, or take the entry out.',
  }),
  'text/not-linked': code<{ url: string }>({
    level: 'warning',
    title: 'Link that does not become one',
    why: 'Only https addresses become links in a text; any other is shown as it is written, with its brackets.',
    message: ({ url }) => `'${url}' is not an https address; the link is shown as it is written.`,
    hint: () => 'Give an address that begins with https://, or put it between backticks as code.',
  }),
  'text/html': code<{ markup: string }>({
    level: 'warning',
    title: 'HTML in a text',
    why: 'HTML is never run: readers see the tags themselves.',
    message: ({ markup }) => `${markup} is shown as it is written; a text has no HTML.`,
    hint: () =>
      'Use `code`, *emphasis*, **strong emphasis** or [a link](https://…), or put it between backticks.',
  }),
  'version/ahead': code<{ version: string; spec: string }>({
    level: 'warning',
    title: 'Version beyond that of the spec',
    why: 'The version of a definition is the one of the spec in which it last changed.',
    message: ({ version, spec }) => `The spec is at ${spec}; this says ${version}.`,
    hint: ({ spec }) => `Write '${spec}', or release the new version first.`,
  }),
  'example/syntax': code<{ format: string; reason: string }>({
    level: 'error',
    title: 'Example cannot be read',
    why: 'An example that does not parse cannot be linked to the facts, and readers would copy its mistake.',
    message: ({ format, reason }) => `The example is not valid ${format}: ${reason}.`,
  }),
  'example/root': code<{ tag: string; expected: string }>({
    level: 'error',
    title: 'Example of another stanza',
    why: 'An example shows its stanza from the outermost node on, so that a reader can compare it with a log.',
    message: ({ tag, expected }) =>
      `The example begins with <${tag}>, but the stanza's tag is <${expected}>.`,
    hint: ({ expected }) => `Write the whole stanza, beginning with <${expected}>.`,
  }),
  'example/match': code<{ tag: string; words: string }>({
    level: 'error',
    title: 'Example is not recognized as its stanza',
    why: 'What `match` names tells the stanza from others of its tag. An example without it shows another stanza.',
    message: ({ tag, words }) => `This <${tag}> is not recognized as the stanza, of which ${words}.`,
    hint: () => "Mend the example, or 'match'.",
  }),
  'match/unknown-name': code<Inside & { readonly what: 'attribute' | 'child'; readonly name: string }>({
    level: 'error',
    title: 'Match names something unknown',
    why: 'A stanza is recognized by attributes and children that it describes; by another one no reader could tell it.',
    message: ({ what, name, parent }) =>
      `'match' names the ${what} ${name}, which the stanza does not describe on <${parent}>.`,
    hint: ({ what, name, suggestion }) =>
      didYouMean(suggestion) ?? `Describe the ${what} ${name}, or mend 'match'.`,
  }),
  'example/unknown-child': code<Inside & { readonly tag: string }>({
    level: 'error',
    title: 'Example has an undescribed child',
    why: 'An example that holds more than its stanza leaves open which of the two is right.',
    message: ({ tag, parent }) =>
      `The example has <${tag}> in <${parent}>, which the stanza does not describe.`,
    hint: ({ tag, suggestion }) =>
      didYouMean(suggestion) ?? `Describe <${tag}> in the stanza, or take it out.`,
  }),
  'example/unknown-attribute': code<Inside & { readonly name: string }>({
    level: 'error',
    title: 'Example has an undescribed attribute',
    why: 'An example that holds more than its stanza leaves open which of the two is right.',
    message: ({ name, parent }) =>
      `The example has '${name}' on <${parent}>, which the stanza does not describe.`,
    hint: ({ name, suggestion }) =>
      didYouMean(suggestion) ?? `Describe the attribute '${name}' in the stanza, or take it out.`,
  }),
  'example/missing-attribute': code<{ name: string; parent: string }>({
    level: 'error',
    title: 'Example lacks a required attribute',
    why: 'Readers copy examples; one that leaves out what is required teaches a mistake.',
    message: ({ name, parent }) => `The stanza requires '${name}' on <${parent}>; the example has none.`,
    hint: ({ name }) => `Add '${name}' to the example, or take back 'required: true'.`,
  }),
  'example/missing-child': code<{ tag: string; parent: string; occurrence: string }>({
    level: 'error',
    title: 'Example lacks a child',
    why: 'Readers copy examples; one that leaves out what is required teaches a mistake.',
    message: ({ tag, parent, occurrence }) =>
      `<${tag}> occurs ${occurrence} in <${parent}>; the example has none.`,
    hint: ({ tag }) => `Add <${tag}> to the example, or mend its occurrence.`,
  }),
  'example/too-many': code<{ tag: string; parent: string; occurrence: string }>({
    level: 'error',
    title: 'Example has a child too often',
    why: 'A child that the stanza allows once and the example shows twice makes one of the two wrong.',
    message: ({ tag, parent, occurrence }) =>
      `<${tag}> occurs ${occurrence} in <${parent}>; this one is more than that.`,
    hint: () => "Take it out of the example, or mend the occurrence to '0..n' or '1..n'.",
  }),
  'example/order': code<{ tag: string; parent: string; before: string }>({
    level: 'error',
    title: 'Example has children in another order',
    why: 'Where the spec says that the order is fixed, an example in another order teaches a mistake.',
    message: ({ tag, parent, before }) =>
      `<${tag}> stands behind <${before}> in <${parent}>; the stanza fixes the other order.`,
    hint: () => "Put the children into the order of their definitions, or mend 'children_order'.",
  }),
  'example/enum-value': code<{ value: string; enum: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Example has a value that its enum lacks',
    why: 'The value in the example links to the table of values; it must be there.',
    message: ({ value, enum: id }) => `'${value}' in the example is not a value of the enum ${id}.`,
    hint: ({ value, enum: id, suggestion }) =>
      didYouMean(suggestion) ?? `Add '${value}' to enums/${id}.yaml, or mend the example.`,
  }),
  'example/value-type': code<{ value: string; type: string; expected: string }>({
    level: 'warning',
    title: 'Example has a value of another type',
    why: 'Readers copy examples; a placeholder is best a value that could be there.',
    message: ({ value, type, expected }) => `'${value}' in the example is no ${type}: ${expected}.`,
    hint: () => 'Write a made-up value of the right type.',
  }),
  'evidence/too-high': code<{
    path: string;
    claims: string;
    carries: string;
    has: string;
    missing: string;
  }>({
    level: 'error',
    title: 'Confidence exceeds the evidence',
    why: '`confirmed` takes two techniques on different channels, each with a source; `probable` takes one technique, or one flavor with a source. A flavor and its port count once, one that only describes the protocol does not count, and a note or a second place of one page is no further source. An author may claim less than the evidence carries, never more.',
    message: ({ path, claims, carries, has }) =>
      `${path} is marked ${claims}; its evidence carries ${carries}: ${has}.`,
    hint: ({ carries, missing }) =>
      `${missing.slice(0, 1).toUpperCase()}${missing.slice(1)}. Or write confidence: ${carries}.`,
  }),
  'evidence/none': code<{ path: string; claims: string }>({
    level: 'warning',
    title: 'Nothing stands behind a fact',
    why: 'A statement without a technique, a flavor or a source cannot be looked up by anybody.',
    message: ({ path, claims }) => `${path} is marked ${claims}, and nothing stands behind it.`,
    hint: () => 'Add to its provenance what it rests on, or write confidence: unknown.',
  }),
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
    why: 'A tombstone keeps the address of what was released; one for any other path keeps nothing, and the address that was meant is lost.',
    message: ({ path }) => `No release has ${path}.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Take the tombstone out, or mend its path.',
  }),
  'path/not-gone': code<{ path: string }>({
    level: 'error',
    title: 'Tombstone of what is there',
    why: 'Nobody is led to a tombstone while the path itself is there; one of the two is wrong.',
    message: ({ path }) => `${path} is there, and a tombstone says that it is gone.`,
    hint: () => 'Take the tombstone out, or the fact.',
  }),
  'path/successor': code<{ path: string; successor: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Successor that is not there',
    why: 'Who follows an old link is led to the successor; one that is not there is a dead end.',
    message: ({ path, successor }) => `The successor of ${path}, ${successor}, leads nowhere.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Write the path that it has now, or leave the successor out if there is none.',
  }),
  'path/still-there': code<{ former: string; id: string }>({
    level: 'error',
    title: 'Moved from what is there',
    why: 'An id that exists has not moved: its links lead to it, and never to what claims to have taken its place.',
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
  'release/missing': code<{ version: string }>({
    level: 'error',
    title: 'A frozen release is missing',
    why: 'Pages of old versions, the list of changes and every former path are made from the bundles in `releases/`. Without one of them its addresses are lost.',
    message: ({ version }) =>
      `digests.json lists ${version}, but there is no releases/${version}.json that could be read.`,
    hint: () => 'Restore it from the repository; a frozen release is kept for ever.',
  }),
  'release/changed': code<{ version: string }>({
    level: 'error',
    title: 'A frozen release was edited',
    why: 'What was released is quoted and compared with; it says for ever what it said on its day.',
    message: ({ version }) => `${version} is not what was frozen: digests.json has another SHA-256.`,
    hint: () => 'Restore it from the repository. What is known now belongs into the next release.',
  }),
  'release/unlisted': code<{ version: string }>({
    level: 'error',
    title: 'A release is not listed',
    why: 'A bundle without a digest could change, or be lost, and nobody would see it.',
    message: ({ version }) => `digests.json does not list ${version}.`,
    hint: () => 'Delete the file if no release wrote it.',
    way: 'freezeRelease',
  }),
  'release/digests': code<{ reason: string }>({
    level: 'error',
    title: 'The digests of the releases cannot be read',
    why: 'Frozen releases are held against `releases/digests.json`; without it nothing says that they are as they were.',
    message: ({ reason }) => `This is no list of digests by version: ${reason}.`,
    hint: () => 'Restore it from the repository.',
    way: 'addRelease',
  }),
  'rule/crashed': code<{ rule: string; reason: string }>({
    level: 'error',
    title: 'A rule failed',
    why: 'A rule that fails has not checked anything; that is our mistake, and we want to know of it.',
    message: ({ rule, reason }) => `The rule ${rule} failed: ${reason}.`,
    hint: () => 'Please report this with the file that it happened on.',
  }),
} as const satisfies Record<string, Code<never>>;

export type FindingCode = keyof typeof CODES;
export type ArgsOf<C extends FindingCode> = Parameters<(typeof CODES)[C]['message']>[0];
