import { basename } from 'node:path';
import type { SeenStanza } from '../../../lib/diagnose/model/diagnosis.ts';
import { diagnosisPretty } from '../../../lib/diagnose/render/diagnosis-pretty.ts';
import { callMarkdown } from '../../../lib/diagnose/render/issue/call-markdown.ts';
import type { RenderAddresses } from '../../../lib/diagnose/render/render-context.ts';
import { sidesWords } from '../../../lib/diagnose/render/sides-words.ts';
import { summaryWords } from '../../../lib/diagnose/render/summary-words.ts';
import { markdownComment } from '../../../lib/prose/markdown-text.ts';
import { wrapText } from '../../../lib/prose/wrap-text.ts';
import { printableLine } from '../../../lib/text/printable.ts';
import type { DiagnosedCall, DiagnosedSide } from './diagnosed-calls.ts';

/** From so many calls on, those in which nothing departs are only counted. */
const MANY = 4;

/**
 * Calls for people, on a terminal of 80 columns.
 * @param all whether calls in which nothing departs are printed, too, however many there are
 */
export function callsPretty(
  calls: readonly DiagnosedCall[],
  addresses: RenderAddresses,
  all: boolean,
): string {
  const shown = calls.filter((call) => all || calls.length < MANY || departs(call));
  const blocks = shown.flatMap(({ sides, both }) => {
    const names = namesOf(sides);
    return [
      ...(both === undefined ? [] : [paragraph(sidesWords(both, names, inLine))]),
      ...sides.map(({ diagnosis, calls: of }, i) =>
        diagnosisPretty(diagnosis, { addresses, calls: of, log: both === undefined ? undefined : names[i] }),
      ),
    ];
  });
  const rest =
    shown.length === calls.length
      ? []
      : ['Calls in which nothing departs are only counted; --all prints them.'];
  return [
    ...summary(calls).map((one) => paragraph([one])),
    ...blocks,
    ...rest.map((one) => paragraph([one])),
  ].join('\n');
}

/** Calls for an issue. */
export function callsMarkdown(calls: readonly DiagnosedCall[], addresses: RenderAddresses): string {
  const blocks = calls.map(({ sides, both }) => callMarkdown(sides, both, addresses));
  return [...summary(calls).map((one) => `${markdownComment(one)}\n`), ...blocks].join('\n');
}

const departs = ({ sides }: DiagnosedCall): boolean =>
  sides.some(({ diagnosis: { flow, divergences } }) => flow === undefined || divergences.length > 0);

/** A line about all calls, if there are several. */
const summary = (calls: readonly DiagnosedCall[]): string[] =>
  calls.length < 2
    ? []
    : [summaryWords(calls.flatMap(({ sides, both }) => sides[both?.first ?? 0]?.diagnosis ?? []))];

/** The names of the two logs without their folders, unless these are what distinguishes them. */
function namesOf(sides: readonly DiagnosedSide[]): readonly [string, string] {
  const [one = '', other = ''] = sides.map(({ name }) => name);
  const [short, shorter] = [basename(one), basename(other)];
  return short === shorter ? [one, other] : [short, shorter];
}

const inLine = ({ line }: SeenStanza): string => `line ${line}`;

const paragraph = (sentences: readonly string[]): string =>
  `${sentences
    .flatMap((one) => wrapText(one, 80))
    .map(printableLine)
    .join('\n')}\n`;
