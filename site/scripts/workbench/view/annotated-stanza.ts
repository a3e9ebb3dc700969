import { counted } from '../../../../lib/text/counted.ts';
import { makeElement as make } from '../../search/make-element.ts';
import type { LinkedText, Remark, StanzaRow, StanzaView } from '../messages/stanza-view.ts';
import { choiceTable } from './choice-table.ts';
import { namedLink } from './named-link.ts';
import { replacedTable } from './replaced-table.ts';
import { rowHead, tableHead } from './table-head.ts';

/**
 * A stanza for the reader: a verdict on each part, what is new, the questions that it answers, what was replaced.
 * @param share called with a name, or the path of a value, that the spec does not know, and whether the reader wants to
 *   share it
 */
export function annotatedStanza(
  view: StanzaView,
  share: (key: string, wanted: boolean) => void,
): DocumentFragment {
  const part = document.createDocumentFragment();
  part.append(make('h3', 'stanza-head', make('code', '', view.head)), metaOf(view));
  if (view.ledger !== undefined) {
    const links = view.ledger.stanzas.flatMap((one) => [' ', namedLink(one)]);
    part.append(make('p', 'warning', view.ledger.words, ...links));
  }
  if (!view.directionListed) {
    part.append(
      make('p', 'warning', `The spec does not list ${view.direction} as a direction of this stanza.`),
    );
  }
  if (view.unfit !== undefined) {
    part.append(make('p', 'warning', `No capture can be made of it: ${view.unfit}.`));
  }
  if (view.leaks.length > 0) {
    const kinds = view.leaks.join(', ');
    part.append(
      make(
        'p',
        'warning',
        `The sanitized stanza still contains what looks like ${kinds}. Do not publish it; report this bug without the log.`,
      ),
    );
  }
  part.append(annotatedTable(view.rows));
  part.append(...remarksOf('Contradicted', view.contradicts), ...remarksOf('New', view.unknown));
  part.append(...remarksOf('Cut off in the log', view.cut));
  part.append(...choiceTable('name', view.names, share), ...choiceTable('value', view.values, share));
  if (view.settled.length > 0) {
    const items = view.settled.map(({ at, text, answer }) =>
      make('li', '', ...inline(text), ' ', make('b', '', ...inline(answer)), ' ', namedLink(at)),
    );
    part.append(
      make('h3', '', 'Questions that it answers, if it is a real capture'),
      make('ul', 'references', ...items),
    );
  }
  part.append(...replacedTable(view));
  return part;
}

function metaOf(view: StanzaView): HTMLElement {
  const { stanza, envelope, direction, supports, refuted, contradicts, unknown, cut } = view;
  const list = make('dl', 'meta');
  const add = (name: string, ...value: (Node | string)[]): void => {
    list.append(make('div', '', make('dt', '', `${name}:`), ' ', make('dd', '', ...value)));
  };
  add('Described by', stanza === undefined ? 'no stanza of the spec' : namedLink(stanza));
  if (envelope !== undefined) add('Envelope', namedLink(envelope));
  add('Direction', direction ?? 'not known');
  add('Agree', String(supports));
  if (refuted > 0) add('Refuted', String(refuted));
  add('Contradicted', String(contradicts.length));
  add('New', String(unknown.length));
  if (cut.length > 0) add('Cut off', String(cut.length));
  return list;
}

const VERDICTS: Readonly<Record<NonNullable<StanzaRow['verdict']>, string>> = {
  supports: 'agrees',
  refuted: 'refuted',
  contradicts: 'contradicts',
  unknown: 'new',
  ledger: 'new, known by name',
  cut: 'cut off',
};

function annotatedTable(rows: readonly StanzaRow[]): HTMLElement {
  const body = make('tbody');
  for (const row of rows) body.append(annotatedRow(row));
  const head = tableHead('Stanza, as it will be shared', 'Verdict', 'What it means');
  const caption = make('caption', 'vh', 'The stanza with a verdict on each part');
  return make('table', 'annotated', caption, head, body);
}

function annotatedRow(row: StanzaRow): HTMLElement {
  const { depth, role, name, was, value, verdict, confidence, path } = row;
  const shown = role === 'node' ? `<${name}>` : role === 'missing' ? `no ${name}` : name;
  const label =
    path?.href === undefined ? make('span', '', shown) : namedLink({ text: shown, href: path.href });
  label.classList.add(role === 'node' ? 'tag' : role === 'attribute' ? 'name' : 'dim');
  const code = make('code', `d${Math.min(depth, 8)} ${role}`, label);
  if (value !== undefined) code.append(make('span', 'mark', '='), make('span', 'text', `"${value}"`));
  // So that the reader recognizes the name in the log.
  if (was !== undefined) code.append(' ', make('span', 'was', `(${was} in your log)`));
  const second = make('td');
  if (verdict !== undefined) second.append(make('span', `verdict ${verdict}`, VERDICTS[verdict]));
  if (confidence !== undefined) second.append(' ', make('span', `conf ${confidence}`, confidence));
  const isSeen = verdict === 'contradicts' || verdict === 'unknown' || verdict === 'refuted';
  return make('tr', isSeen ? 'seen' : '', rowHead(code), second, meaningCell(row));
}

const inline = (parts: readonly LinkedText[]): (Node | string)[] =>
  parts.map((one) => (one.href === undefined ? one.text : namedLink(one)));

/** What a part means: the claim against it first, then its value, then the fact. */
function meaningCell({ meaning, path }: StanzaRow): HTMLElement {
  const cell = make('td', 'means');
  if (meaning === undefined) return cell;
  const { words, value, refuted, disputes } = meaning;
  if (refuted !== undefined) cell.append(make('p', '', make('b', '', 'Refuted: '), refuted));
  if (value !== undefined) {
    const { at, words: said, confidence, remedy } = value;
    const mark = make('span', `conf ${confidence}`, confidence);
    cell.append(make('p', '', make('code', '', namedLink(at)), ` ${said} `, mark));
    if (remedy.length > 0) {
      cell.append(make('p', '', make('b', '', 'What to do: '), ...inline(remedy)));
    }
  }
  const about = make('p', value === undefined ? '' : 'dim', words);
  if (words.endsWith('…') && path?.href !== undefined) {
    about.append(' ', namedLink({ text: 'more', href: path.href }));
  }
  if (disputes > 0) {
    about.append(' ', namedLink({ text: counted(disputes, 'open dispute'), href: path?.href }));
  }
  cell.append(about);
  return cell;
}

function remarksOf(title: string, remarks: readonly Remark[]): HTMLElement[] {
  if (remarks.length === 0) return [];
  const items = remarks.map(({ at, count, message, hint }) => {
    const times = count > 1 ? ` (${count} times)` : '';
    const item = make('li', '', make('code', '', namedLink(at)), `${times}: ${message}`);
    if (hint !== undefined) item.append(' ', make('span', 'hint', hint));
    return item;
  });
  return [make('h3', '', title), make('ul', 'references', ...items)];
}
