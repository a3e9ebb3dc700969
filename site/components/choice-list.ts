import { type Html, html } from '../html/html.ts';
import { choiceWords } from '../model/nodes/choice-words.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { codeLinks } from './code-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { factConditions } from './fact-conditions.ts';
import { proseLine } from './prose.ts';

/** The choices between the attributes or children of a node. */
export const choiceList = (choices: readonly FactView[], links: TextLinks): readonly Html[] =>
  choices.map(
    (choice) => html`<section class="choice" id=${choice.anchor}>
      <p>
        <b><a class="self" href=${choice.href}>${choiceWords(choice)}</a></b> ${codeLinks(choice.members)}${' '}
        ${confidenceMark(choice.confidence)}
      </p>
      <p>${proseLine(choice.description, links, choice.terms)}</p>
      ${factConditions(choice, links)}
      ${evidenceFold({ ...choice, name: 'this choice' }, links)}
    </section>`,
  );
