import stringWidth from 'string-width';
import { printableLine } from './printable.ts';

/**
 * Rows of cells as lines whose columns stand below each other: to the right where a column has a number, else
 * to the left. What comes from data is made safe to print.
 */
export function textTable(rows: readonly (readonly (string | number)[])[], indent = ''): string[] {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : printableLine(cell))));
  const widths: number[] = [];
  const right = new Set<number>();
  for (const row of shown) {
    for (const [i, cell] of row.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, stringWidth(String(cell)));
      if (typeof cell === 'number') right.add(i);
    }
  }
  return shown.map((row) => {
    const cells = row.map((cell, i) => {
      const blank = ' '.repeat((widths[i] ?? 0) - stringWidth(String(cell)));
      return right.has(i) ? `${blank}${cell}` : `${cell}${blank}`;
    });
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}
