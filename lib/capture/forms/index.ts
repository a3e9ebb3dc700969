import { array } from './array.ts';
import { base64 } from './base64.ts';
import { cobalt } from './cobalt.ts';
import type { Form } from './form.ts';
import { goJson } from './go-json.ts';
import { goLiteral } from './go-literal.ts';
import { goPrint } from './go-print.ts';
import { hex } from './hex.ts';
import { json } from './json.ts';
import { nodeInspect } from './node-inspect.ts';
import { pino } from './pino.ts';
import { rustDebug } from './rust-debug.ts';
import { webObject } from './web-object.ts';
import { whatsmeow } from './whatsmeow.ts';
import { xml } from './xml.ts';

/** The table of forms, in order of precedence: the first form that recognises something reads it. */
export const FORMS = [
  whatsmeow,
  pino,
  xml,
  rustDebug,
  webObject,
  json,
  nodeInspect,
  goJson,
  goLiteral,
  goPrint,
  cobalt,
  array,
  hex,
  base64,
] as const satisfies readonly Form[];

/** The name of a form. */
export type FormName = (typeof FORMS)[number]['name'];

const BY_NAME: ReadonlyMap<string, Form> = new Map(FORMS.map((form) => [form.name, form] as const));

/** The flavor id of the library whose logger writes a form; undefined if any program may write it. */
export const libraryOfForm = (name: string): string | undefined => BY_NAME.get(name)?.library;
