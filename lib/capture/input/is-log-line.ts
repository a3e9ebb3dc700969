// How loggers begin a line: a time, perhaps with a date; a record of pino or zerolog; a level in brackets.
const LOG_LINE =
  /\[?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d?:\d\d(?::\d\d|[AP]M\b)|\{"(?:level|time)":|\[(?:[\w/.-]+ )?(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/y;

/** Whether the line that begins at an offset begins another log entry. */
export function isLogLine(text: string, offset: number): boolean {
  LOG_LINE.lastIndex = offset;
  return LOG_LINE.test(text);
}
