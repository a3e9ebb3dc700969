import { compareText } from '../../text/compare-text.ts';
import type { ExampleLog } from '../model/publication.ts';
import type { FilePort } from '../ports/file-port.ts';

/** The folder of example logs inside a spec. It may be missing. */
export const LOGS = 'logs';

/** The largest log that is read, in bytes. */
const MOST = 256 * 1024;

/**
 * The example logs of a spec, by name: `logs/*.log`. The lines at the end that start with # are the text about it: a
 * title, and paragraphs. Files that are not plain or too large are left out.
 */
export function readExampleLogs(files: FilePort): readonly ExampleLog[] {
  return (files.list(LOGS) ?? [])
    .filter(({ name, type, size }) => type === 'file' && size <= MOST && name.endsWith('.log'))
    .map(({ name }) => name)
    .sort(compareText)
    .map((name) => readExampleLog(name, new TextDecoder().decode(files.read(`${LOGS}/${name}`))));
}

function readExampleLog(name: string, text: string): ExampleLog {
  const lines = text.trimEnd().split(/\r?\n/);
  const end = lines.findLastIndex((line) => !line.startsWith('#')) + 1;
  const [title = name, ...about] = lines.slice(end).map((line) => line.replace(/^# ?/, ''));
  return {
    id: name.replace(/\.log$/, ''),
    path: `${LOGS}/${name}`,
    title,
    about: about.join('\n').trim(),
    log: lines.slice(0, end).join('\n'),
  };
}
