import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { anchorsOfStanzas } from '../corpus/steps/anchors-of-stanzas.ts';
import { stanzasOfStep } from '../corpus/steps/stanzas-of-step.ts';
import type { Step } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** What an answer repeats is an attribute of its stanza, and one of the stanza that it answers or the tag of its payload. */
export const echoesFit: Rule = {
  name: 'echoes-fit',
  codes: ['flow/echo', 'flow/unknown-fact'],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      const { steps } = entry.data;
      for (const [i, step] of steps.entries()) {
        const answered = steps.find(({ id }) => id !== undefined && id === step.answers);
        if (step.echoes !== undefined)
          checkEchoes(step, answered, ['steps', i, 'echoes'], entry, corpus, report);
      }
    }
  },
};

function checkEchoes(
  { answers, echoes = [], ...step }: Step,
  answered: Step | undefined,
  at: Pointer,
  entry: Entry<'flow'>,
  corpus: Corpus,
  report: Report,
): void {
  if (answers === undefined) {
    const reason = "The step has 'echoes' and answers no step";
    report(
      findingAt(entry, at, 'flow/echo', {
        reason,
        hint: "Name the step that it answers in 'answers', or remove 'echoes'",
      }),
    );
    return;
  }
  for (const [n, { attribute, of, of_payload }] of echoes.entries()) {
    checkAttribute(attribute, stanzasOfStep(step), [...at, n, 'attribute'], entry, corpus, report);
    if (of !== undefined && of_payload === true) {
      const reason = `The step repeats '${clip(of)}' and the tag of the payload in one attribute`;
      report(
        findingAt(entry, [...at, n, 'of'], 'flow/echo', { reason, hint: "Remove 'of' or 'of_payload'" }),
      );
    } else if (answered !== undefined && of_payload !== true) {
      const place = of === undefined ? 'attribute' : 'of';
      checkAttribute(of ?? attribute, stanzasOfStep(answered), [...at, n, place], entry, corpus, report);
    }
  }
}

/** Reports an attribute that the outermost node of none of some stanzas has. */
function checkAttribute(
  name: string,
  stanzas: readonly string[],
  at: Pointer,
  entry: Entry<'flow'>,
  corpus: Corpus,
  report: Report,
): void {
  const anchors = anchorsOfStanzas(corpus, stanzas);
  const anchor = `@${name}`;
  if (stanzas.length === 0 || anchors === undefined || anchors.includes(anchor)) return;
  const suggestion = suggest(
    name,
    anchors.flatMap((one) => (one.startsWith('@') ? [one.slice(1)] : [])),
  );
  report(findingAt(entry, at, 'flow/unknown-fact', { anchor: clip(anchor), stanzas, suggestion }));
}
