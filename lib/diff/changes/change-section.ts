import type { Change } from './change.ts';

/** What readers call the ledger. */
export const LEDGER_SECTION = 'Names without a stanza';

/** The headings of change lists, most important first. */
export const SECTIONS = [
  'Removed',
  'Stricter',
  'Moved',
  'New definitions',
  'New facts',
  'Looser',
  'Confidence raised',
  'Confidence lowered',
  'Reworded',
  'Descriptions',
  'Observed values',
  'Evidence',
  'Disputes',
  'Questions',
  'Definitions edited',
  LEDGER_SECTION,
] as const;

export type Section = (typeof SECTIONS)[number];

/** The heading of a change. */
export function changeSection(change: Change): Section {
  switch (change.kind) {
    case 'removed':
      return 'Removed';
    case 'definition':
      return change.event === 'removed' ? 'Removed' : 'New definitions';
    case 'reshaped':
      return EFFECTS[change.effect];
    case 'moved':
      return 'Moved';
    case 'added':
      return 'New facts';
    case 'raised':
      return 'Confidence raised';
    case 'lowered':
      return 'Confidence lowered';
    case 'described':
      return 'Descriptions';
    case 'observed':
      return 'Observed values';
    case 'evidence':
      return 'Evidence';
    case 'dispute':
      return 'Disputes';
    case 'question':
      return 'Questions';
    case 'edited':
      return 'Definitions edited';
    case 'ledger':
      return LEDGER_SECTION;
    default:
      return change satisfies never;
  }
}

const EFFECTS = { narrowed: 'Stricter', widened: 'Looser', reworded: 'Reworded' } as const;
