import { draft } from '../capture/draft/draft.ts';
import type { Draft, DraftOptions, FileChange } from '../capture/draft/entry/draft-options.ts';
import { knownNames } from '../capture/lookup/known-node.ts';
import { type ParseResult, parse } from '../capture/parse/parse.ts';
import { listCalls } from '../capture/review/list-calls.ts';
import { type ReviewedLog, reviewStanzas } from '../capture/review/review-stanzas.ts';
import { isReplacedName } from '../capture/sanitize/placeholders/name-placeholders.ts';
import type { Replaced } from '../capture/sanitize/replaced.ts';
import { newlyShared } from '../capture/share/newly-shared.ts';
import type { SharedNames } from '../capture/share/shared-names.ts';
import { unlistedValues } from '../capture/share/unlisted-values.ts';
import type { CapturedNode, CapturedStanza } from '../capture/tree/captured-node.ts';
import { type OneWay, stanzaDirection } from '../corpus/match/stanza-direction.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { FilePort } from '../corpus/ports/file-port.ts';
import { overlayFiles } from '../corpus/ports/overlay-files.ts';
import type { Finding } from '../findings/finding.ts';
import { safeUrl } from '../prose/safe-url.ts';
import { allRules, type RuleInputs } from '../rules/all-rules.ts';
import { validateSpec } from '../rules/validate-spec.ts';
import { compareText } from '../text/compare-text.ts';
import { counted, pluralized } from '../text/counted.ts';
import { type CaptureForm, readCaptureForm } from './capture-form.ts';
import { formAuthor } from './form-author.ts';
import type { FormProblem } from './form-body.ts';
import { FORM_WAYS } from './form-ways.ts';

/** An issue, as the event has it. The body is anybody's text; the rest comes from GitHub. */
export interface FormIssue {
  readonly number: number;
  /** The name on GitHub of who opened it. */
  readonly author: string;
  readonly body: string;
}

/** The files of the pull request that a form asks for. */
export interface FromForm {
  readonly files: readonly FileChange[];
  /** What had to be replaced in the pasted stanza: it is public in the issue as it was. */
  readonly replaced: readonly Replaced[];
  /** What the author and the maintainers should know, such as facts that could now be raised. */
  readonly remarks: readonly string[];
}

/** Why no capture was made from a form. */
export interface NotMade {
  /** What is wrong with the form, field by field. */
  readonly problems: readonly FormProblem[];
  /** What is wrong with the spec as it would be. */
  readonly findings: readonly Finding[];
}

/**
 * Makes a capture, and the edits of the spec that follow from it, of an issue that was opened with the form for
 * captures. The stanza is parsed and sanitized like any other. The author is the one of the event. All that the files
 * take from the body is a technique, a direction, a kind and a day that were chosen, and names and values that are
 * shared on purpose and do not look personal; a client, its version, a side, and where it was published, by whom and
 * under which licence. Several stanzas are the trace of one call. The whole spec is validated with the new files.
 * @param inputs what the rules need; its decoder also reads stanzas in bytes
 * @returns the files, or what is wrong; never throws because of what a body holds
 */
export function captureFromForm(
  issue: FormIssue,
  corpus: Corpus,
  files: FilePort,
  inputs: RuleInputs,
): FromForm | NotMade {
  const read = readCaptureForm(issue.body, corpus);
  if ('problems' in read) return notMade(...read.problems);
  const { form } = read;
  const author = formAuthor(issue.author, corpus);
  if ('problem' in author) return notMade({ field: 'Author', message: author.problem });
  const parsed = parse(form.text, { decodeBinary: inputs.decodeBinary });
  const [first] = parsed.stanzas;
  const problems = stanzaProblems(parsed);
  if (first === undefined || problems.length > 0) return notMade(...problems);
  const isCall = parsed.stanzas.length > 1;
  const wrong = [...contradictions(form, parsed.stanzas, corpus), ...addressProblems(form)];
  if (wrong.length > 0) return notMade(...wrong);

  const stanzas = isCall ? parsed.stanzas : [{ ...first, direction: form.direction ?? directionOf(first) }];
  const { direction } = form;
  const log = reviewStanzas({ ...parsed, stanzas }, corpus, { ...form.shared, direction });
  const apart = isCall ? callProblems(log) : [];
  if (apart.length > 0) return notMade(...apart);
  const withAuthor = overlayFiles(files, new Map(author.files.map(({ path, after }) => [path, after])));
  const drafted = draft(log, withAuthor, optionsOf(form, issue, author.id), FORM_WAYS);
  if (drafted.captures.length !== 1) {
    return notMade(...drafted.left.map(({ reason }) => aboutStanza(`No capture was made: ${reason}.`)));
  }
  const made = [...drafted.files, ...author.files].sort((a, b) => compareText(a.path, b.path));
  const findings = findingsIn(made, files, inputs);
  if (findings.length > 0) return { problems: [], findings };
  return {
    files: made,
    replaced: log.replaced,
    remarks: [...notShared(parsed.stanzas, form.shared, corpus), ...remarksOn(drafted)],
  };
}

function optionsOf(form: CaptureForm, { number }: FormIssue, contributor: string): DraftOptions {
  return {
    technique: form.technique,
    client: form.client,
    version: form.version,
    observer: form.observer,
    url: form.url,
    author: form.author,
    license: form.license,
    kind: form.kind,
    direction: form.direction,
    contributor,
    issue: `#${number}`,
    id: `issue-${number}`,
    title: `From issue #${number}`,
    capturedAt: form.capturedAt,
  };
}

/** What could not be read, and whether there is a stanza. */
function stanzaProblems({ stanzas, problems }: ParseResult): FormProblem[] {
  const unreadable = problems.map(({ line, column, message, hint }) =>
    aboutStanza(`Line ${line}, column ${column}: ${message} ${hint}`),
  );
  return stanzas.length > 0
    ? unreadable
    : [...unreadable, aboutStanza('It contains no stanza. Paste one, or those of one call.')];
}

/** Why several stanzas are not the one call that a form is about. */
function callProblems(log: ReviewedLog): FormProblem[] {
  const calls = listCalls(log);
  const [call] = calls;
  const several = 'It contains several stanzas.';
  if (call === undefined || calls.length > 1) {
    const what = call === undefined ? 'They are of no one call.' : `They are of ${calls.length} calls.`;
    return [aboutStanza(`${several} ${what} Paste exactly one stanza, or those of one call.`)];
  }
  if (call.times === undefined) {
    const how =
      'Write a time before each, such as 12:34:56.789, or paste what the workbench makes of the call.';
    return [aboutStanza(`${several} The time of each is not known. ${how}`)];
  }
  const rest = log.stanzas.length - call.places.length;
  return rest === 0
    ? []
    : [
        aboutStanza(
          `${counted(rest, 'stanza')} of it ${pluralized(rest, 'is', 'are')} not part of the call. Remove what is not.`,
        ),
      ];
}

/** Whether the address of what somebody else published is one. */
const addressProblems = ({ url }: CaptureForm): FormProblem[] =>
  url === undefined || safeUrl(url) !== undefined
    ? []
    : [
        {
          field: 'Address, if somebody else published it',
          message: 'It is not an address. Write it with https://.',
        },
      ];

const directionOf = ({ direction, root }: CapturedStanza): OneWay | undefined =>
  direction ?? stanzaDirection(root.attributes.map(({ name }) => name));

/** The first contradiction between the fields of a form and its stanzas. */
function contradictions(
  { direction, kind, shared }: CaptureForm,
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
): FormProblem[] {
  const [only] = stanzas.length === 1 ? stanzas : [];
  const seen = only === undefined ? undefined : directionOf(only);
  if (only !== undefined && seen === undefined && direction === undefined) {
    const message = 'The stanza does not show its direction. Choose outgoing or incoming.';
    return [{ field: 'Direction', message }];
  }
  if (seen !== undefined && direction !== undefined && seen !== direction) {
    const message = `“Direction” says ${direction}, but the stanza looks ${seen}. Correct whichever is wrong.`;
    return [{ field: 'Direction', message }];
  }
  const unused = notInStanzas(shared.keepValues, stanzas, corpus);
  if (unused > 0) {
    const message = `${unused} of the values do not occur in the stanza where their enum is used. Write them as in the stanza, or remove them.`;
    return [{ field: 'Shared on purpose', message }];
  }
  const { keepNames, keepValues } = newlyShared(shared, corpus);
  if (kind === 'synthetic' && keepNames.length + keepValues.length > 0) {
    const message =
      'A synthetic stanza adds nothing to the spec, so it cannot introduce a new name or value. Leave the field empty.';
    return [{ field: 'Shared on purpose', message }];
  }
  return [];
}

// Errors and warnings of the whole spec with the new files, by the rules that `validate` runs. Unfinished texts are left
// to the pull request, in which they are to be filled in.
function findingsIn(made: readonly FileChange[], files: FilePort, inputs: RuleInputs): Finding[] {
  const changed = overlayFiles(files, new Map(made.map(({ path, after: text }) => [path, text])));
  return validateSpec(changed, allRules(changed, inputs)).findings.filter(
    ({ level, code }) => level !== 'note' && code !== 'text/placeholder',
  );
}

const remarksOn = ({ captures, raises, left }: Draft): string[] => [
  ...captures.flatMap(({ review, settled }) => [
    ...(review?.cut === true ? ['The stanza is cut off, so nothing is concluded from missing parts.'] : []),
    ...settled.map(({ question, answer }) => `It answers the question ${question}: ${answer}`),
  ]),
  ...raises.map(({ path, from, to, why }) => `${path} could be raised from ${from} to ${to}: ${why}`),
  ...left.map(({ reason }) => reason),
];

const notMade = (...problems: readonly FormProblem[]): NotMade => ({ problems, findings: [] });

const aboutStanza = (message: string): FormProblem => ({ field: 'Sanitized stanzas', message });

/** Remarks for the author: new names and values are replaced until they are shared. */
function notShared(stanzas: readonly CapturedStanza[], shared: SharedNames, corpus: Corpus): string[] {
  const all = stanzas.flatMap(({ root }) => unlistedValues(root, corpus));
  const values = all.filter(({ path }) => !shared.keepValues.includes(path));
  const enums = [...new Set(values.map((one) => one.enum))];
  const known = knownNames(corpus);
  const names = new Set<string>();
  const look = (name: string): void => {
    if (!known.has(name) && !shared.keepNames.includes(name) && !isReplacedName(name)) names.add(name);
  };
  const walk = ({ tag, attributes, children }: CapturedNode): void => {
    look(tag);
    for (const { name } of attributes) look(name);
    children.forEach(walk);
  };
  for (const { root } of stanzas) walk(root);
  const how =
    'If it belongs to the protocol and is not personal, share it: edit the issue, and under “Shared on purpose” write';
  return [
    ...enums.map(
      (id) =>
        `A value that ${id} does not list was replaced with a placeholder. ${how} ${id}= and the value as the log has it.`,
    ),
    ...(names.size === 0
      ? []
      : [
          `Names that the spec does not know were replaced with placeholders: ${names.size}. ${how} each as the log has it.`,
        ]),
  ];
}

/** How many of the shared values are not in the stanzas; one that its enum lists already does no harm. */
function notInStanzas(paths: readonly string[], stanzas: readonly CapturedStanza[], corpus: Corpus): number {
  const all = stanzas.flatMap(({ root }) => unlistedValues(root, corpus));
  const there = new Set(all.map(({ path }) => path));
  return paths.filter((path) => !there.has(path) && !corpus.factByPath.has(path)).length;
}
