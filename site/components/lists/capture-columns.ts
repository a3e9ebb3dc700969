import { counted } from '../../../lib/text/counted.ts';
import type { CaptureRow } from '../../model/captures/captures-page.ts';
import { type ListColumn, textColumn } from '../list-table.ts';
import { refLink } from '../ref-link.ts';

/** The columns of the list of captures. Of a trace there is an observer where a single stanza has its direction. */
export const CAPTURE_COLUMNS: [ListColumn<CaptureRow>, ...ListColumn<CaptureRow>[]] = [
  { title: 'Id', sort: 'text', cell: ({ id }) => refLink(id) },
  { title: 'What it shows', sort: 'text', cell: ({ title }) => title },
  {
    title: 'Stanza or trace',
    label: ({ isTrace }) => (isTrace ? 'Trace' : 'Stanza'),
    sort: 'text',
    cell: ({ stanza }) => refLink(stanza),
  },
  textColumn('Kind', ({ kind }) => kind),
  {
    title: 'Direction or side',
    label: ({ isTrace }) => (isTrace ? 'Observed' : 'Direction'),
    sort: 'text',
    cell: ({ direction, observer }) => direction ?? observer,
  },
  textColumn('Client', ({ client }) => client),
  { title: 'Technique', label: 'Technique', sort: 'text', cell: ({ technique }) => refLink(technique) },
  {
    title: 'Source of',
    label: 'Source of',
    sort: 'number',
    value: ({ facts }) => facts,
    cell: ({ facts }) => counted(facts, 'fact'),
  },
];
