import type { Aspect, Change, Effect } from './change.ts';

/**
 * The change of one aspect of a shape; none where it is said in the same words.
 * @param from how it was said; undefined where nothing was said
 */
export function shapeChange(
  path: string,
  aspect: Aspect,
  from: string | undefined,
  to: string | undefined,
): Change[] {
  if (from === to) return [];
  const [old, now] = [from ?? NOTHING, to ?? NOTHING];
  return [{ kind: 'reshaped', path, aspect, from: old, to: now, effect: effectOf(aspect, old, now) }];
}

const NOTHING = 'not said';

/** Which numbers of times a thing may be there: the least and the most. */
const TIMES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '1': [1, 1],
  '0..1': [0, 1],
  '0..n': [0, Number.POSITIVE_INFINITY],
  '1..n': [1, Number.POSITIVE_INFINITY],
};

function effectOf(aspect: Aspect, from: string, to: string): Effect {
  switch (aspect) {
    case 'type':
      // Text takes every value; of two other types neither takes all that the other does.
      return to === 'string' ? 'widened' : 'narrowed';
    case 'required':
      // Only `yes` rules something out; whether it may be absent is open as long as nobody knows.
      return to === 'yes' ? 'narrowed' : from === 'yes' ? 'widened' : 'reworded';
    case 'occurrence': {
      const [old, now] = [TIMES[from], TIMES[to]];
      if (old === undefined || now === undefined) return 'narrowed';
      return now[0] <= old[0] && now[1] >= old[1] ? 'widened' : 'narrowed';
    }
    case 'order':
      return to === 'fixed' ? 'narrowed' : from === 'fixed' ? 'widened' : 'reworded';
    case 'direction': {
      const now = new Set(to.split(', '));
      return from.split(', ').every((one) => now.has(one)) ? 'widened' : 'narrowed';
    }
    case 'tag':
      return 'narrowed';
    case 'size':
      return 'reworded';
    default:
      return aspect satisfies never;
  }
}
