/** A number with its noun, such as `1 fact`, `2 facts`, `no facts`. */
export function counted(n: number, noun: string, plural?: string): string {
  return `${n === 0 ? 'no' : n} ${pluralized(n, noun, plural)}`;
}

/** The noun in the form that a number takes, such as `fact` for 1 and `facts` for 0 and 2. */
export const pluralized = (n: number, noun: string, plural = `${noun}s`): string => (n === 1 ? noun : plural);
