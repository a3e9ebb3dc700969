import type { Aspect, Change, Effect } from './change.ts';

/**
 * The change of one aspect of a shape; none if both values are equal.
 * @param from the old value; undefined if there was none
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

/** The least and the greatest number of occurrences. */
const TIMES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '1': [1, 1],
  '0..1': [0, 1],
  '0..n': [0, Number.POSITIVE_INFINITY],
  '1..n': [1, Number.POSITIVE_INFINITY],
};

function effectOf(aspect: Aspect, from: string, to: string): Effect {
  switch (aspect) {
    case 'type':
      // A string can have every value; any other two types exclude values of each other.
      return to === 'string' ? 'widened' : 'narrowed';
    case 'required':
      // Only `yes` excludes something: with `no` and without a value it may be absent.
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
