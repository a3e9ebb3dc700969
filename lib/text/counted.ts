/** A number with its noun, such as `1 fact`, `2 facts`, `no facts`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n === 0 ? 'no' : n} ${n === 1 ? noun : plural}`;
}
