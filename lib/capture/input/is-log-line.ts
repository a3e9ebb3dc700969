// A time, with or without a date before it, as loggers write it at the beginning of a line; a record of pino
// or zerolog; a level in brackets.
const LOG_LINE =
  /\[?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d?:\d\d(?::\d\d|[AP]M\b)|\{"(?:level|time)":|\[(?:[\w/.-]+ )?(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/y;

/** Whether a line that begins at an offset is the beginning of another entry of the log. */
export function isLogLine(text: string, offset: number): boolean {
  LOG_LINE.lastIndex = offset;
  return LOG_LINE.test(text);
}
