/** A time since the first stanza of a call, such as `0.120`, `12.305` or `1:02.500`: seconds, or minutes and seconds. */
export function timeSince(ms: number): string {
  const seconds = (ms % 60_000) / 1000;
  const minutes = Math.floor(ms / 60_000);
  return minutes === 0 ? seconds.toFixed(3) : `${minutes}:${seconds.toFixed(3).padStart(6, '0')}`;
}
