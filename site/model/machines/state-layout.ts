/** A way between two states, by their positions. */
interface Way {
  readonly from: number;
  readonly to: number;
}

/** Where the box of a state is. */
export interface PlacedState {
  readonly y: number;
  readonly height: number;
}

/** How a transition is drawn. */
export interface PlacedWay {
  /** The line, as the data of an SVG path. */
  readonly line: string;
  /** The head of its arrow. */
  readonly head: string;
  /** Where its text begins, at the middle of its height. */
  readonly text: { readonly x: number; readonly y: number };
}

export interface StateLayout {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly states: readonly PlacedState[];
  /** In the order of the transitions. */
  readonly ways: readonly PlacedWay[];
}

const BOX = 150;
const SLOT = 24;
const LANES = 420;
const LANE = 14;
const BESIDE = 12;

/**
 * Lays states out below each other. A way to the next state goes straight down, with its text beside it; any other one
 * leaves its state on the right, under its text, and runs in a lane of its own beside all of them. Shorter ways have
 * inner lanes, and what enters a state does so above what leaves it, so that ways cross as little as they can.
 */
export function stateLayout(count: number, ways: readonly Way[]): StateLayout {
  const isNext = ({ from, to }: Way): boolean => to === from + 1;
  const around = ways
    .map((way, index) => ({ ...way, index }))
    .filter((way) => !isNext(way))
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from) || a.index - b.index)
    .map((way, lane) => ({ ...way, lane }));
  const ends = Array.from({ length: count }, (_, state) => [
    ...around.filter(({ to }) => to === state).map(({ index }) => ({ index, enters: true })),
    // The outermost lane begins highest.
    ...around
      .filter(({ from }) => from === state)
      .reverse()
      .map(({ index }) => ({ index, enters: false })),
  ]);
  const states: PlacedState[] = [];
  let y = 1;
  for (let state = 0; state < count; state++) {
    const height = Math.max(38, (ends[state]?.length ?? 0) * SLOT + 8);
    states.push({ y, height });
    const below = ways.filter((way) => isNext(way) && way.from === state).length;
    y += height + (below === 0 ? 22 : below * SLOT + 20);
  }
  const last = states.at(-1);
  const endY = (state: number, index: number, enters: boolean): number => {
    const at = (ends[state] ?? []).findIndex((end) => end.index === index && end.enters === enters);
    const { y: top = 0, height = 0 } = states[state] ?? {};
    return top + (height - (ends[state]?.length ?? 0) * SLOT) / 2 + (at + 0.5) * SLOT;
  };
  const placed = ways.map((way, index): PlacedWay => {
    if (isNext(way)) return straight(way, index, ways, states);
    const lane = LANES + (around.find((one) => one.index === index)?.lane ?? 0) * LANE;
    const [out, back] = [endY(way.from, index, false), endY(way.to, index, true)];
    return {
      line: `M${BOX} ${out}H${lane}V${back}H${BOX + 7}`,
      head: `M${BOX + 1} ${back}l8 -4v8z`,
      text: { x: BOX + 14, y: out - 4 },
    };
  });
  return {
    width: LANES + Math.max(1, around.length) * LANE,
    height: (last?.y ?? 0) + (last?.height ?? 0) + 1,
    boxWidth: BOX,
    states,
    ways: placed,
  };
}

/** Several ways between the same two states run beside each other, and have their texts below each other. */
function straight(way: Way, index: number, ways: readonly Way[], states: readonly PlacedState[]): PlacedWay {
  const same = ways.flatMap(({ from, to }, i) => (from === way.from && to === way.to ? [i] : []));
  const { y = 0, height = 0 } = states[way.from] ?? {};
  const { y: next = 0 } = states[way.to] ?? {};
  const x = BOX / 2 - Math.min(same.indexOf(index) * BESIDE, BOX / 2 - BESIDE);
  return {
    line: `M${x} ${y + height}V${next - 7}`,
    head: `M${x} ${next - 1}l-4 -8h8z`,
    text: { x: BOX / 2 + 14, y: y + height + 10 + (same.indexOf(index) + 0.5) * SLOT + 4 },
  };
}
