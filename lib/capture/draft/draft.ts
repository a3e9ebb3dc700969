import { observedLibrary } from '../../corpus/evidence/observed-library.ts';
import { loadCorpus } from '../../corpus/load/load-corpus.ts';
import { type OneWay, stanzaDirection } from '../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { overlayFiles } from '../../corpus/ports/overlay-files.ts';
import { newFileInSpec } from '../../schema/file-in-spec.ts';
import { compareText } from '../../text/compare-text.ts';
import { sanitizeEach } from '../review/sanitize-each.ts';
import { shareValues } from '../share/share-values.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { captureEdits, textOf } from './capture-edits.ts';
import { captureEntry } from './capture-entry.ts';
import { captureYaml } from './capture-yaml.ts';
import type { Draft, DraftedCapture, DraftOptions, Left } from './draft-options.ts';
import { captureEvidence } from './entry-skeleton.ts';
import { findRaises } from './find-raises.ts';
import { leaksInOptions } from './leaks-in-options.ts';
import { capturesByKey, planCaptures } from './plan-captures.ts';

/**
 * Drafts a capture for each stanza that the spec describes, and the edits of the stanzas that follow from it:
 * `capture:<id>` among the sources of the facts that it supports, with its technique; a dispute where it
 * contradicts a fact; an entry for what is not described, and for a value that is shared though its enum does not
 * list it. No confidence is changed.
 * @param stanzas as they were read; they are sanitized here
 * @param files the spec that the corpus was loaded from
 */
export function draft(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
  files: FilePort,
  options: DraftOptions,
): Draft {
  const left: Left[] = [];
  const [leak] = leaksInOptions(options);
  if (leak !== undefined) {
    const reason = `nothing is drafted: --${leak.option} holds what looks like ${leak.kind}`;
    left.push({ code: 'personal-option', line: undefined, reason });
  }
  const known = shareValues(corpus, options.keepValues ?? []);
  const directed = stanzas.map((one) => withDirection(one, options.direction));
  const standing = leak === undefined ? [...sanitizeEach(directed, known, options)] : [];
  const edits = captureEdits(corpus, left);
  const changes = new Map<string, string>();
  const captures: DraftedCapture[] = [];
  const planned = planCaptures(standing, corpus, capturesByKey(corpus, options.kind), options);
  for (const [i, plan] of planned.entries()) {
    const line = standing[i]?.raw.line;
    if ('reason' in plan) {
      left.push({ code: plan.code, line, reason: plan.reason });
      continue;
    }
    const { id, stanza, review, direction, client, unknownLibrary } = plan;
    const capture = captureEntry(id, stanza, direction, { ...options, client });
    changes.set(newFileInSpec('capture', id), captureYaml(capture));
    // A source of a technique is what the capture would be, and its library's alone is what it shows.
    const unsaid = direction === 'outgoing' && observedLibrary(capture, corpus) === undefined;
    const isUnattributed = options.kind !== 'synthetic' && unsaid && unknownLibrary !== undefined;
    if (isUnattributed) {
      const reason = `${unknownLibrary} printed it, and the spec has no flavor of that id: it is evidence for no fact; say with --client which program sent it`;
      left.push({ code: 'unknown-client', line, reason });
    }
    const written =
      options.kind === 'synthetic' || isUnattributed
        ? NOTHING
        : edits.forCapture(review, captureEvidence(capture, corpus), stanza.line);
    const settled = observedLibrary(capture, corpus) === undefined ? review.settled : [];
    captures.push({ id, review, ...written, settled });
  }

  for (const [path, text] of edits.apply()) changes.set(path, text);
  const after = loadCorpus(overlayFiles(files, changes));
  return {
    files: [...changes]
      .map(([path, text]) => ({ path, before: textOf(path, corpus), after: text }))
      .sort((a, b) => compareText(a.path, b.path)),
    captures,
    raises: findRaises(captures, corpus, after.corpus),
    left,
    after,
  };
}

// What is said of the direction counts where neither the log nor the attributes tell it.
function withDirection(stanza: CapturedStanza, said: OneWay | undefined): CapturedStanza {
  const told = stanza.direction ?? stanzaDirection(stanza.root.attributes.map(({ name }) => name));
  return told === undefined && said !== undefined ? { ...stanza, direction: said } : stanza;
}

const NOTHING = { supports: [], disputes: [], added: [] } as const;
