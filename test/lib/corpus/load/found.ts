import type { Loaded } from '../../../../lib/corpus/load/load-corpus.ts';

export const ENUM =
  'id: e\ntitle: E\nstatus: draft\nsummary: S.\nvalues: [{value: a, confidence: unknown, description: A.}]\n';

/** The place and the code of each finding. */
export const found = ({ findings }: Loaded): string[] =>
  findings.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
