import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { overlayFiles } from '../../corpus/ports/overlay-files.ts';
import type { Finding } from '../../findings/finding.ts';
import { allRules, type RuleInputs } from '../../rules/all-rules.ts';
import { validate } from '../../rules/validate.ts';
import { newFileInSpec } from '../../schema/file-in-spec.ts';
import { idFrom } from '../../schema/id-from.ts';
import { skeleton } from '../../schema/skeletons/skeleton.ts';
import { compareText } from '../../text/compare-text.ts';
import { draft } from '../draft/draft.ts';
import type { FileChange } from '../draft/draft-options.ts';
import { knownNames } from '../lookup/known-node.ts';
import { match } from '../match/match.ts';
import { parse } from '../parse/parse.ts';
import { isReplacedName } from '../sanitize/placeholders.ts';
import { type Replaced, sanitize } from '../sanitize/sanitize.ts';
import { shareValues } from '../share/share-values.ts';
import type { SharedNames } from '../share/shared-names.ts';
import { unlistedValues } from '../share/unlisted-values.ts';
import type { CapturedNode, CapturedStanza } from '../tree/captured-node.ts';
import { readCaptureForm } from './capture-form.ts';
import type { FormProblem } from './form-body.ts';

/** An issue as the event tells it: the body is anybody's text, the rest is GitHub's word. */
export interface FormIssue {
  readonly number: number;
  /** The name on GitHub of who opened it. */
  readonly author: string;
  readonly body: string;
}

/** The files of the pull request that a form asks for. */
export interface FromForm {
  readonly files: readonly FileChange[];
  /** What of the pasted stanza had to be replaced: it stands in a public issue as it was. */
  readonly replaced: readonly Replaced[];
  /** Facts that could now be raised, in words. */
  readonly remarks: readonly string[];
}

/** Why nothing comes of a form. */
export interface NotMade {
  /** What is wrong with the form, field by field. */
  readonly problems: readonly FormProblem[];
  /** What is wrong with what was made of it. */
  readonly findings: readonly Finding[];
}

/**
 * Makes a capture, and the edits of the spec that follow from it, of an issue that was made with the form for
 * captures. The stanza is parsed and sanitized like any other; the author is the one of the event; of the
 * text of the body nothing else gets into a file than a technique, a direction, a kind and a day that were
 * chosen, and names and values that are shared on purpose and look like nobody's. What was made is validated with the whole spec.
 * @param inputs what the rules need; its decoder also reads stanzas in bytes
 * @returns the files, or what is wrong; never throws for what a body holds
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
  const { keepNames, keepValues } = form.shared;
  const author = authorOf(issue.author, corpus);
  if ('problem' in author) return notMade({ field: 'Author', message: author.problem });

  const { stanzas, problems } = parse(form.text, { decodeBinary: inputs.decodeBinary });
  const [first] = stanzas;
  if (problems.length > 0 || stanzas.length !== 1 || first === undefined) {
    const told = problems.map(({ line, column, message, hint }) =>
      aboutStanza(`Line ${line}, column ${column}: ${message} ${hint}`),
    );
    const many = stanzas.length === 0 ? 'There is no stanza in it.' : 'There are several stanzas in it.';
    const count = stanzas.length === 1 ? [] : [aboutStanza(`${many} Paste one.`)];
    return notMade(...told, ...count);
  }
  const seen = match(first, corpus).direction;
  if (seen !== undefined && seen !== form.direction) {
    return notMade({
      field: 'Direction',
      message: `“Direction” says ${form.direction}, and the stanza looks ${seen}. Mend the one that is wrong.`,
    });
  }
  const stanza = { ...first, direction: form.direction };
  const unused = notInStanza(keepValues, first, corpus);
  if (unused > 0) {
    return notMade({
      field: 'Shared on purpose',
      message: `${unused} of the values stand nowhere in the stanza where their enum belongs. Write them as in the stanza, or leave them out.`,
    });
  }
  const fresh = keepValues.some((path) => !corpus.factByPath.has(path));
  if (form.kind === 'synthetic' && (fresh || keepNames.some((name) => !knownNames(corpus).has(name)))) {
    return notMade({
      field: 'Shared on purpose',
      message:
        'A synthetic stanza adds nothing to the spec, so it cannot bring a new name or value. Leave the field empty.',
    });
  }
  const { replaced } = sanitize([stanza], shareValues(corpus, keepValues), { keepNames });
  const drafted = draft([stanza], corpus, files, {
    technique: form.technique,
    kind: form.kind,
    direction: form.direction,
    contributor: author.id,
    issue: `#${issue.number}`,
    id: `issue-${issue.number}`,
    title: `From issue #${issue.number}`,
    capturedAt: form.capturedAt,
    keepNames,
    keepValues,
  });
  const [capture, other] = drafted.captures;
  if (capture === undefined || other !== undefined) {
    return notMade(...drafted.left.map(({ reason }) => aboutStanza(`It cannot be taken: ${reason}.`)));
  }
  const made = [...drafted.files, ...author.files].sort((a, b) => compareText(a.path, b.path));
  const findings = findingsIn(made, files, inputs);
  if (findings.length > 0) return { problems: [], findings };
  return {
    files: made,
    replaced,
    remarks: [
      ...notShared(first, form.shared, corpus),
      ...(capture.review.cut ? ['The stanza was cut off; what is missing supports nothing.'] : []),
      ...capture.settled.map(({ question, answer }) => `It answers the question ${question}: ${answer}`),
      ...drafted.raises.map(
        ({ path, from, to, why }) => `${path} could be raised from ${from} to ${to}: ${why}`,
      ),
      ...drafted.left.map(({ reason }) => reason),
    ],
  };
}

// Errors and warnings of the whole spec with the new files, by the rules that `validate` runs. Unfinished texts are left
// to the pull request, in which they are to be filled in.
function findingsIn(made: readonly FileChange[], files: FilePort, inputs: RuleInputs): Finding[] {
  const changed = overlayFiles(files, new Map(made.map(({ path, after: text }) => [path, text])));
  return validate(changed, allRules(changed, inputs)).findings.filter(
    ({ level, code }) => level !== 'note' && code !== 'text/placeholder',
  );
}

const notMade = (...problems: readonly FormProblem[]): NotMade => ({ problems, findings: [] });

const aboutStanza = (message: string): FormProblem => ({ field: 'Sanitized stanza', message });

/** What its author may not know of: that new names and values are replaced until they are shared. */
function notShared({ root }: CapturedStanza, shared: SharedNames, corpus: Corpus): string[] {
  const values = unlistedValues(root, corpus).filter(({ path }) => !shared.keepValues.includes(path));
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
  walk(root);
  const how =
    'If it is of the protocol and names nobody, share it: edit the issue, and under “Shared on purpose” write';
  return [
    ...enums.map(
      (id) =>
        `A value that ${id} does not list was replaced by a placeholder. ${how} ${id}= and the value as the log has it.`,
    ),
    ...(names.size === 0
      ? []
      : [
          `Names that the spec does not know were replaced by placeholders: ${names.size}. ${how} each as the log has it.`,
        ]),
  ];
}

/** How many of the values that are shared do not stand in the stanza; one that its enum lists may. */
function notInStanza(paths: readonly string[], { root }: CapturedStanza, corpus: Corpus): number {
  const there = new Set(unlistedValues(root, corpus).map(({ path }) => path));
  return paths.filter((path) => !there.has(path) && !corpus.factByPath.has(path)).length;
}

/** What GitHub takes for the name of a person; the part behind an underscore names their enterprise. */
const LOGIN = /^(?=.{1,39}$)[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?$/;

type Author = { readonly id: string; readonly files: readonly FileChange[] };

// The contributor who has this name on GitHub; where there is none, the entry that would make them one.
function authorOf(login: string, corpus: Corpus): Author | { readonly problem: string } {
  if (login.endsWith('[bot]')) {
    return {
      problem:
        'The issue was opened by a program, and a capture names the person who vouches for it. Open the issue yourself.',
    };
  }
  const plain = idFrom(login);
  if (!LOGIN.test(login) || plain === undefined) {
    return { problem: 'The name of who opened the issue is none that GitHub gives to people.' };
  }
  const same = (other: string | undefined): boolean => other?.toLowerCase() === login.toLowerCase();
  const contributors = [...corpus.definitions.contributor.values()];
  const known = contributors.find(({ data }) => same(data.github));
  if (known !== undefined) return { id: known.id, files: [] };
  // An id belongs to whom it was given; a name on GitHub says nothing about it.
  const ids = new Set(contributors.map(({ id }) => id.toLowerCase()));
  for (const id of corpus.broken.get('contributor') ?? []) ids.add(id.toLowerCase());
  let id = plain;
  for (let n = 1; ids.has(id); n += 1) id = n === 1 ? `github-${plain}` : `github-${plain}-${n}`;
  const after = skeleton('contributor', id, {
    version: corpus.spec.version,
    technique: '',
    person: { name: login, github: login },
  });
  return { id, files: [{ path: newFileInSpec('contributor', id), before: undefined, after }] };
}
