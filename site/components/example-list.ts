import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { ExampleForm, ExampleView, FaultView } from '../model/examples/example-view.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { Piece } from '../model/views/piece.ts';
import { codeBlock } from './code-block.ts';
import { prose } from './prose.ts';

/** An example with its lines as they are colored. */
export interface ShownExample extends ExampleView {
  readonly lines: readonly (readonly Piece[])[];
}

const NAMES = { node: 'Node object', typescript: 'TypeScript' } as const satisfies Record<
  ExampleForm['form'],
  string
>;

const LEGS = ['sent', 'delivered', undefined] as const;

/** How examples are shown. */
export interface ExampleListOptions {
  /**
   * The page that has their other forms, if this one has no room for them. A script brings them from there, and finds its
   * address as `data-forms` of the section around the list.
   */
  readonly formsAt?: string | undefined;
  /** Whether all are open. */
  readonly unfolded?: boolean;
  /** The level of the headings of legs. */
  readonly level?: 2 | 3;
}

/**
 * Examples by leg. The first is open; the others are in the fold of their leg or in their own, and so are the historical
 * ones, which come last with what in them nobody should copy.
 */
export function exampleList(
  examples: readonly ShownExample[],
  links: TextLinks,
  options: ExampleListOptions = {},
): Html {
  if (examples.length === 0) return html`<p class="note">None yet.</p>`;
  const { level = 3, unfolded = false } = options;
  const usable = examples.filter(({ faults }) => faults === undefined);
  const historical = examples.filter(({ faults }) => faults !== undefined);
  const hasLegs = usable.some(({ leg }) => leg !== undefined);
  const other = (one: ShownExample): Html => folded(one, links, options);
  const byLeg = LEGS.flatMap((leg) => {
    const [first, ...more] = usable.filter((one) => one.leg === leg);
    return first === undefined ? [] : [{ first, more }];
  });
  const groups = byLeg.map(({ first, more }, i) => {
    const title = first.words ?? (hasLegs ? 'Leg not stated' : undefined);
    const open = (one: ShownExample): Html =>
      html`<section id=${one.anchor}>${heading(title === undefined ? level : level + 1, one.title)}${body(one, links, options)}</section>`;
    if (unfolded) return html`${title !== undefined && heading(level, title)}${[first, ...more].map(open)}`;
    const head = heading(
      level,
      title === undefined ? first.title : html`${title}: <span>${first.title}</span>`,
    );
    return i === 0
      ? html`<section id=${first.anchor}>${head}${body(first, links, options)}</section>${more.map(other)}`
      : html`<details class="leg"><summary>${head}</summary><section id=${first.anchor}>${body(first, links, options)}</section>${more.map(other)}</details>`;
  });
  const { formsAt } = options;
  return html`${formsAt !== undefined && html`<noscript><a href=${formsAt}>As node objects and TypeScript</a></noscript>`}${groups}${historical.map(other)}`;
}

const heading = (level: number, title: HtmlValue): Html =>
  level === 2 ? html`<h2>${title}</h2>` : level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;

const folded = (one: ShownExample, links: TextLinks, options: ExampleListOptions): Html =>
  html`<details class="fold example" id=${one.anchor}>
  <summary>${one.faults !== undefined && html`<span class="historical">${one.words}:</span> `}${one.title}</summary>
  ${body(one, links, options)}
</details>`;

function body(
  { anchor, title, faults, note, lines, forms }: ShownExample,
  links: TextLinks,
  { formsAt }: ExampleListOptions,
): Html {
  return html`${faults !== undefined && html`<p class="faults">Kept for the record. ${joined(faults.map(fault), '; ')}.</p>`}
  ${note !== undefined && prose(note, links, { className: 'note' })}
  ${forms.length > 0 ? formTabs(anchor, title, lines, forms, formsAt === undefined) : codeBlock(lines)}`;
}

function fault({ what, href, why }: FaultView): HtmlValue {
  const code = html`<code>${what}</code>`;
  return html`${href === undefined ? code : html`<a href=${href}>${code}</a>`} ${why}`;
}

/**
 * The forms of an example, of which a radio button chooses one.
 * @param areHere whether the other forms are on this page: then this takes no script
 */
const formTabs = (
  anchor: string,
  title: string,
  lines: ShownExample['lines'],
  forms: readonly ExampleForm[],
  areHere: boolean,
): Html => html`<div class="forms">
  <fieldset class=${!areHere && 'js'}><legend class="vh">Form of: ${title}</legend>${[
    tab(anchor, 'xml', 'XML', true),
    ...forms.map(({ form }) => tab(anchor, form, NAMES[form], false)),
  ]}</fieldset>
  <div class="xml">${codeBlock(lines)}</div>
  ${areHere && forms.map(({ form, text }) => html`<div class=${form}><div class="snippet"><pre class="code"><code>${text}</code></pre></div></div>`)}
</div>`;

const tab = (anchor: string, form: string, name: string, checked: boolean): Html =>
  html`<label><input type="radio" name=${`${anchor}-form`} value=${form} checked=${checked}>${name}</label>`;
