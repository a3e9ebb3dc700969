import { logDirection } from '../notation/log-direction.ts';
import { type PlainNotation, readPlainPrint } from '../notation/read-plain-print.ts';
import type { TextForm } from './form.ts';

const NOTATION: PlainNotation = {
  open: /&?\{/y,
  close: '}',
  key: /([^\s:,{}[\]]{1,128}):/y,
  between: / +/y,
  parts: new Map([
    ['Tag', 'tag'],
    ['Attrs', 'attributes'],
    ['Content', 'content'],
  ]),
  mapOpen: /map\[/y,
  mapClose: ']',
  valueStop: /[\s\]]/g,
  valueGoesOn: / +(?![\w.-]{1,100}:)(?=[^\s\]])/y,
  word: /[^\s{}[\]]+/y,
  nothing: /<nil>/y,
  elided: /0x[0-9a-f]+(?=[ }])|\.\.\./y,
};

/** A node as %+v of Go prints it. */
export const goPrint = {
  name: 'go-print',
  title: 'A node of whatsmeow as Go prints it with %+v',
  example:
    '{Tag:call Attrs:map[from:15550100@s.whatsapp.net id:5F01] Content:[{Tag:terminate Attrs:map[call-id:C0FFEE reason:timeout] Content:<nil>}]}',
  reads: 'text',
  starts: /&?\{(?=Tag:[^"\s])/,
  read: (text, at, problems) => readPlainPrint(text, at, NOTATION, problems),
  direction: logDirection,
  library: 'whatsmeow',
} as const satisfies TextForm;
