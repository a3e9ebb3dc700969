import { counted } from '../../../../lib/text/counted.ts';
import type { CallList } from '../messages/call-view.ts';

/** What the calls of a log show, as sentences, which a screen reader announces. */
export function describeCalls({ calls }: CallList): string {
  const departing = calls.filter(({ departs }) => departs);
  const [only] = calls;
  if (calls.length === 1 && only !== undefined) return `1 call. ${only.headline}`;
  const many = counted(calls.length, 'call');
  return departing.length === 0
    ? `${many}; nothing departs.`
    : `${many}; ${departing.length === 1 ? '1 departs' : `${departing.length} depart`} from what is known.`;
}
