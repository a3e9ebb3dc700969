import { fragment } from '../../lib/pages/fragment.ts';
import { clip } from '../../lib/text/clip.ts';
import { type Html, html } from '../html/html.ts';
import type { MachinePage } from '../model/machines/machine-page.ts';

/** Longer words would run into the lines beside them. */
const MOST_CHARACTERS = 40;

/** What each kind of line means. */
const LINES: readonly (readonly [MachinePage['transitions'][number]['when'], string])[] = [
  ['sent', 'this side sends'],
  ['received', 'this side receives'],
  ['otherwise', 'neither'],
];

/** The picture of a state machine. Each state links to what is said of it, each transition to the step that shows it. */
export function stateDiagram({ machine, transitions, layout }: MachinePage): Html {
  const { width, height, boxWidth, states, ways } = layout;
  return html`<section class="machine-room" tabindex="0" aria-label="${`Picture of ${machine.title}`}"><svg class="machine" viewBox="${`-1 0 ${width} ${height}`}" width=${width} height=${height} role="group" aria-label="${`${machine.title}: states and transitions`}">
    ${ways.map(({ line, head }, i) => html`<g class=${transitions[i]?.when}><path class="line" d=${line}></path><path class="head" d=${head}></path></g>`)}
    ${machine.states.map(({ id, title }, i) => {
      const { y = 0, height: tall = 0 } = states[i] ?? {};
      return html`<a href=${fragment(id)}><rect x="0" y=${y} width=${boxWidth} height=${tall} rx="7"></rect><text x=${boxWidth / 2} y=${y + tall / 2 + 5} text-anchor="middle">${clip(title, 18)}</text></a>`;
    })}
    ${transitions.map(({ words, from, to, evidence }, i) => {
      const { x = 0, y = 0 } = ways[i]?.text ?? {};
      return html`<a href=${evidence[0]?.href} aria-label="${`${from.text} to ${to.text}: ${words}`}"><text x=${x} y=${y}>${clip(words, MOST_CHARACTERS)}</text></a>`;
    })}
  </svg></section>
  <p class="legend machine-key">${LINES.filter(([when]) => transitions.some((one) => one.when === when)).map(([when, words]) => html`<span><svg class=${when} viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><path class="line" d="M0 4H28"></path></svg> ${words}</span> `)}</p>`;
}
