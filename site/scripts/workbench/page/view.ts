import { pluralized } from '../../../../lib/text/counted.ts';
import { makeElement as make } from '../../search/make-element.ts';
import type {
  Choosable,
  Found,
  FoundStanza,
  Named,
  NewEntry,
  Remark,
  Shown,
  ShownRow,
} from '../messages/messages.ts';

const numbered = (n: number, one: string, several?: string): string => `${n} ${pluralized(n, one, several)}`;

/** How many stanzas are listed: nobody hands in more of them one by one. */
const MAX_LISTED = 300;

/** How many stanzas are listed all together, whether the spec describes them or not. */
const FEW = 3;

/**
 * The stanzas of an input as a table, with a button each that shows it. Of a log those that the spec does not
 * describe are counted, and listed in a fold: they are other traffic, as a rule.
 */
export function stanzaTable({ stanzas }: Found, show: (index: number) => void): HTMLElement {
  const all = stanzas.map((one, index) => ({ one, index }));
  const others = all.filter(({ one }) => one.stanza === undefined && one.refused === undefined);
  if (stanzas.length <= FEW || others.length === 0 || others.length === stanzas.length) {
    return tableOf(all, 'Stanzas of the log', show);
  }
  const described = all.filter(({ one }) => one.stanza !== undefined || one.refused !== undefined);
  const words = `Not described by this spec: ${numbered(others.length, 'stanza')}`;
  const fold = make('details', '', make('summary', '', words));
  // Made when it is asked for: there may be many.
  fold.addEventListener('toggle', () => fold.append(tableOf(others, words, show)), { once: true });
  return make('div', '', tableOf(described, 'Stanzas of the log', show), fold);
}

interface Row {
  readonly one: FoundStanza;
  readonly index: number;
}

function tableOf(rows: readonly Row[], label: string, show: (index: number) => void): HTMLElement {
  const body = make('tbody', '');
  for (const { one, index } of rows.slice(0, MAX_LISTED)) {
    const button = make('button', '', one.shape);
    button.type = 'button';
    button.disabled = one.refused !== undefined;
    button.addEventListener('click', () => show(index));
    const name = make('th', '', button);
    name.scope = 'row';
    const row = make('tr', '', make('td', '', String(one.line)), name, ...cellsOf(one));
    row.dataset['index'] = String(index);
    body.append(row);
  }
  const head = make('tr');
  for (const title of ['Line', 'Stanza', 'Described by', 'Direction', 'What the spec says']) {
    const cell = make('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const caption = make('caption', 'vh', label);
  const scroller = make('div', 'scroller', make('table', 'found', caption, make('thead', '', head), body));
  if (rows.length > MAX_LISTED) {
    const words = `The first ${MAX_LISTED} are listed. For the rest cut the log, or use the command.`;
    scroller.append(make('p', 'note', words));
  }
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', label);
  return scroller;
}

function cellsOf({ stanza, direction, refused, counts }: FoundStanza): HTMLElement[] {
  const words =
    refused === undefined
      ? [
          counts.contradicts > 0 ? `${counts.contradicts} contradicted` : '',
          counts.unknown > 0 ? `${counts.unknown} new` : '',
          counts.cut > 0 ? `${counts.cut} cut off` : '',
          counts.settled > 0 ? `answers ${numbered(counts.settled, 'question')}` : '',
          `${counts.supports} supported`,
        ].filter((one) => one !== '')
      : [`left out: ${refused}`];
  return [
    make('td', '', stanza ?? 'not in the spec'),
    make('td', '', direction ?? 'not known'),
    make('td', '', words.join(', ')),
  ];
}

/** What could not be read, with its places. */
export function problemList({ problems }: Found): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  const items = problems.slice(0, 50).map(({ line, column, message, hint }) => {
    return make(
      'li',
      '',
      make('b', '', `Line ${line}, column ${column}: `),
      message,
      ' ',
      make('span', 'hint', hint),
    );
  });
  const more = problems.length > 50 ? [make('p', 'note', `And ${problems.length - 50} more.`)] : [];
  const list = make('ul', 'references', ...items);
  return make('div', 'problems', make('h3', '', 'What could not be read'), list, ...more);
}

/**
 * A stanza, annotated: what the spec says to each part, what is new, what it answers, what was replaced.
 * @param share is called with a name or the path of a value that the spec does not know, and whether the reader
 *   wants to share it
 */
export function shownStanza(shown: Shown, share: (key: string, wanted: boolean) => void): DocumentFragment {
  const part = document.createDocumentFragment();
  part.append(make('h3', 'stanza-head', make('code', '', shown.head)), metaOf(shown));
  if (!shown.directionListed) {
    part.append(
      make('p', 'warning', `The spec does not list ${shown.direction} as a direction of this stanza.`),
    );
  }
  if (shown.unfit !== undefined) {
    part.append(make('p', 'warning', `No capture can be made of it: ${shown.unfit}.`));
  }
  if (shown.leaks.length > 0) {
    const kinds = shown.leaks.join(', ');
    part.append(
      make(
        'p',
        'warning',
        `After sanitizing there still is what looks like ${kinds}. Do not publish it, and report it without the log.`,
      ),
    );
  }
  part.append(annotatedTable(shown.rows));
  part.append(...remarksOf('Contradicted', shown.contradicts), ...remarksOf('New', shown.unknown));
  part.append(...choicesOf('name', shown.names, share), ...choicesOf('value', shown.values, share));
  if (shown.settled.length > 0) {
    const items = shown.settled.map(({ at, text, answer }) =>
      make('li', '', text, ' ', make('b', '', answer), ' ', linked(at)),
    );
    part.append(make('h3', '', 'Questions that it answers'), make('ul', 'references', ...items));
  }
  part.append(...replacedOf(shown));
  return part;
}

function metaOf({ stanza, envelope, direction, supports, contradicts, unknown }: Shown): HTMLElement {
  const list = make('dl', 'meta');
  const add = (name: string, ...value: (Node | string)[]): void => {
    list.append(make('div', '', make('dt', '', `${name}:`), ' ', make('dd', '', ...value)));
  };
  add('Described by', stanza === undefined ? 'no stanza of the spec' : linked(stanza));
  if (envelope !== undefined) add('Envelope', linked(envelope));
  add('Direction', direction ?? 'not known');
  add('Supported', String(supports));
  add('Contradicted', String(contradicts.length));
  add('New', String(unknown.length));
  return list;
}

const VERDICTS: Readonly<Record<NonNullable<ShownRow['verdict']>, string>> = {
  supports: 'agrees',
  contradicts: 'contradicts',
  unknown: 'new',
  ledger: 'known by name',
  cut: 'cut off',
};

function annotatedTable(rows: readonly ShownRow[]): HTMLElement {
  const body = make('tbody');
  for (const row of rows) body.append(annotatedRow(row));
  const head = make('tr');
  for (const title of ['Stanza, as it will be shared', 'Verdict', 'Confidence']) {
    const cell = make('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const caption = make('caption', 'vh', 'The stanza with what the spec says to each part');
  return make('table', 'annotated', caption, make('thead', '', head), body);
}

function annotatedRow({ depth, role, name, was, value, verdict, confidence, path }: ShownRow): HTMLElement {
  const shown = role === 'node' ? `<${name}>` : role === 'missing' ? `no ${name}` : name;
  const label = path?.href === undefined ? make('span', '', shown) : linked({ text: shown, href: path.href });
  label.classList.add(role === 'node' ? 'tag' : role === 'attribute' ? 'name' : 'dim');
  const code = make('code', `d${Math.min(depth, 8)} ${role}`, label);
  if (value !== undefined) code.append(make('span', 'mark', '='), make('span', 'text', `"${value}"`));
  // Only here: the reader has to know which one it is.
  if (was !== undefined) code.append(' ', make('span', 'was', `(${was} in your log)`));
  const first = make('th', '', code);
  first.scope = 'row';
  const second = make('td');
  if (verdict !== undefined) second.append(make('span', `verdict ${verdict}`, VERDICTS[verdict]));
  const third = make('td');
  if (confidence !== undefined) third.append(make('span', `conf ${confidence}`, confidence));
  return make('tr', verdict === 'contradicts' || verdict === 'unknown' ? 'seen' : '', first, second, third);
}

function remarksOf(title: string, remarks: readonly Remark[]): HTMLElement[] {
  if (remarks.length === 0) return [];
  const items = remarks.map(({ at, count, message, hint }) => {
    const times = count > 1 ? ` (${count} times)` : '';
    const item = make('li', '', make('code', '', linked(at)), `${times}: ${message}`);
    if (hint !== undefined) item.append(' ', make('span', 'hint', hint));
    return item;
  });
  return [make('h3', '', title), make('ul', 'references', ...items)];
}

/** How many names or values are listed with a box to check. */
const MAX_CHOICES = 50;

const CHOICES = {
  name: {
    title: 'Names that the spec does not know',
    words:
      'A name may be somebody’s, so a placeholder stands for it. A tag or an attribute of the protocol is worth sharing: check the ones that name nobody.',
  },
  value: {
    title: 'Values that their enum does not list',
    words:
      'A value may be somebody’s, so a placeholder stands for it. A word or a number that clients use among themselves is worth sharing: check the ones that tell nothing of anybody. A checked value is shared as it stands in your log.',
  },
} as const;

/** What the spec does not know: what it was, and the choice to share it. */
function choicesOf(
  kind: keyof typeof CHOICES,
  all: readonly Choosable[],
  share: (key: string, wanted: boolean) => void,
): HTMLElement[] {
  if (all.length === 0) return [];
  const body = make('tbody');
  for (const one of all.slice(0, MAX_CHOICES)) body.append(choiceRow(kind, one, share));
  const titles = ['In your log', 'Will be shared as', 'Where', 'Your choice'];
  const head = make('tr');
  for (const title of titles) {
    const cell = make('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const { title, words } = CHOICES[kind];
  const caption = make('caption', 'vh', title);
  const more = all.length > MAX_CHOICES ? [make('p', 'note', `And ${all.length - MAX_CHOICES} more.`)] : [];
  return [
    make('h3', '', title),
    make('p', 'note', words),
    make('table', 'replaced names', caption, make('thead', '', head), body),
    ...more,
  ];
}

function choiceRow(
  kind: keyof typeof CHOICES,
  { key, was, after, where, shared, heldBack }: Choosable,
  share: (key: string, wanted: boolean) => void,
): HTMLElement {
  const first = make('th', '', make('code', 'before', was));
  first.scope = 'row';
  const second = make('td', '', make('code', 'after', after));
  second.dataset['label'] = 'Will be shared as';
  const places = where.length > 3 ? [...where.slice(0, 3), `${where.length - 3} more`] : where;
  const third = make('td', '', places.join(', '));
  third.dataset['label'] = 'Where';
  const fourth = make('td', 'choice');
  fourth.dataset['label'] = 'Your choice';
  if (key === undefined) fourth.append(`Not shared. ${heldBack ?? ''}`);
  else {
    const box = make('input');
    box.type = 'checkbox';
    box.checked = shared;
    box.dataset['key'] = key;
    box.addEventListener('change', () => share(key, box.checked));
    fourth.append(make('label', '', box, ` share this ${kind}`, make('span', 'vh', ` ${was}`)));
  }
  return make('tr', '', first, second, third, fourth);
}

/** The entries that have to come with a capture; undefined for none. */
export function newEntries(entries: readonly NewEntry[], pathOf: (file: string) => string): HTMLElement[] {
  if (entries.length === 0) return [];
  const parts = entries.flatMap(({ file, list, parent, yaml }) => {
    const code = make('pre', 'code', make('code', '', yaml));
    code.tabIndex = 0;
    code.setAttribute('aria-label', `What to add to ${pathOf(file)}`);
    return [
      make(
        'p',
        '',
        'Into ',
        make('code', '', pathOf(file)),
        `, among the ${list} of `,
        make('code', '', list === 'values' ? parent : `<${parent}>`),
        ':',
      ),
      code,
    ];
  });
  const words =
    'You share what the spec does not know, and the checks of the pull request take it only together with its entry. The issue form adds it by itself. To a pull request add it yourself, and say what it means if you know:';
  return [make('h3', '', 'What has to come with it'), make('p', 'note', words), ...parts];
}

function replacedOf({ replaced: { words, pairs } }: Shown): HTMLElement[] {
  const title = make('h3', '', 'Replaced for privacy');
  if (pairs.length === 0) return [title, make('p', 'note', 'Nothing had to be replaced.')];
  const body = make('tbody');
  for (const { where, before, after } of pairs) {
    const places =
      where.length > 3 ? `${where.slice(0, 3).join(', ')} and ${where.length - 3} more` : where.join(', ');
    const first = make('th', '', make('code', '', places));
    first.scope = 'row';
    const cells = [
      make('td', '', make('code', 'before', before)),
      make('td', '', make('code', 'after', after)),
    ];
    for (const [i, name] of ['In your log', 'Will be shared'].entries()) {
      const cell = cells[i];
      if (cell !== undefined) cell.dataset['label'] = name;
    }
    body.append(make('tr', '', first, ...cells));
  }
  const head = make('tr');
  for (const name of ['Where', 'In your log', 'Will be shared']) {
    const cell = make('th', '', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const caption = make('caption', 'vh', 'What was replaced, beside what will be shared');
  const table = make('table', 'replaced', caption, make('thead', '', head), body);
  return [title, make('p', 'note', `${words}. Equal values have got equal replacements.`), table];
}

function linked({ text, href }: Named): HTMLElement {
  if (href === undefined) return make('span', '', text);
  const link = make('a', '', text);
  link.href = href;
  return link;
}

/** What an input holds, as a sentence for those who do not see it appear. */
export function saidOf({ stanzas, problems, skipped, kept }: Found): string {
  const sum = (key: keyof FoundStanza['counts']): number =>
    stanzas.reduce((n, { counts }) => n + counts[key], 0);
  const parts = [
    numbered(stanzas.length, 'stanza'),
    numbered(sum('supports'), 'fact supported', 'facts supported'),
    numbered(sum('contradicts'), 'contradicted', 'contradicted'),
    numbered(sum('unknown'), 'new', 'new'),
  ];
  if (problems.length > 0)
    parts.push(numbered(problems.length, 'place that could not be read', 'places that could not be read'));
  // Those who do not see the list hear the first reason.
  const [first] = problems;
  const why =
    first === undefined
      ? ''
      : ` Line ${first.line}, column ${first.column}: ${first.message} ${first.hint}${problems.length > 1 ? ' The others are listed below.' : ''}`;
  if (skipped > 0) parts.push(numbered(skipped, 'other line', 'other lines'));
  const shares = kept.length > 0 ? ` Shared on purpose: ${kept.join(', ')}.` : '';
  return stanzas.length === 0
    ? `No stanza was found. ${numbered(skipped, 'line')} without one.${why}`
    : `${parts.join(', ')}.${shares}${why}`;
}
