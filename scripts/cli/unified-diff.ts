const CONTEXT = 3;
/** Above this many lines on both sides together a file is shown as replaced whole. */
const MAX_CELLS = 25_000_000;

/**
 * A change of a file as a unified diff, as `git apply` reads it.
 * @param before undefined for a new file
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  const old = linesOf(before ?? '');
  const fresh = linesOf(after);
  const rows = rowsOf(old, fresh);
  const head = `--- ${before === undefined ? '/dev/null' : `a/${path}`}\n+++ b/${path}\n`;
  const hunks = hunksOf(rows);
  return hunks.length === 0 ? '' : `${head}${hunks.join('')}`;
}

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

function rowsOf(old: readonly string[], fresh: readonly string[]): Row[] {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (line: string): Row => ({ sign: ' ', line });
  return [
    ...old.slice(0, start).map(same),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map(same),
  ];
}

// The longest common part, by a table of all pairs of lines.
function middle(old: readonly string[], fresh: readonly string[]): Row[] {
  const removed = (line: string): Row => ({ sign: '-', line });
  const added = (line: string): Row => ({ sign: '+', line });
  const width = fresh.length + 1;
  if ((old.length + 1) * width > MAX_CELLS) return [...old.map(removed), ...fresh.map(added)];
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let k = fresh.length - 1; k >= 0; k--) {
      lengths[i * width + k] =
        old[i] === fresh[k]
          ? (lengths[(i + 1) * width + k + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + k] ?? 0, lengths[i * width + k + 1] ?? 0);
    }
  }
  const rows: Row[] = [];
  let i = 0;
  let k = 0;
  while (i < old.length && k < fresh.length) {
    const line = old[i] ?? '';
    if (line === fresh[k]) {
      rows.push({ sign: ' ', line });
      i += 1;
      k += 1;
    } else if ((lengths[(i + 1) * width + k] ?? 0) >= (lengths[i * width + k + 1] ?? 0)) {
      rows.push(removed(line));
      i += 1;
    } else {
      rows.push(added(fresh[k] ?? ''));
      k += 1;
    }
  }
  return [...rows, ...old.slice(i).map(removed), ...fresh.slice(k).map(added)];
}

function hunksOf(rows: readonly Row[]): string[] {
  const hunks: string[] = [];
  let at = 0;
  let oldLine = 1;
  let newLine = 1;
  while (at < rows.length) {
    const change = rows.findIndex((row, i) => i >= at && row.sign !== ' ');
    if (change === -1) break;
    let end = change;
    for (let i = change; i < rows.length && i - end <= 2 * CONTEXT; i++) if (rows[i]?.sign !== ' ') end = i;
    const from = Math.max(at, change - CONTEXT);
    const to = Math.min(rows.length, end + 1 + CONTEXT);
    oldLine += from - at;
    newLine += from - at;
    const part = rows.slice(from, to);
    const oldCount = part.filter(({ sign }) => sign !== '+').length;
    const newCount = part.filter(({ sign }) => sign !== '-').length;
    const range = (line: number, count: number): string => `${count === 0 ? line - 1 : line},${count}`;
    hunks.push(
      `@@ -${range(oldLine, oldCount)} +${range(newLine, newCount)} @@\n${part.map(({ sign, line }) => `${sign}${line}\n`).join('')}`,
    );
    oldLine += oldCount;
    newLine += newCount;
    at = to;
  }
  return hunks;
}
