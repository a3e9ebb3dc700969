/** A template, split at its values. */
export interface Template {
  readonly first: string;
  readonly holes: readonly Hole[];
}

/** The place of a value, with the text after it: between tags, inside the quotes of an attribute, or a whole attribute. */
export type Hole =
  | { readonly kind: 'content' | 'quoted'; readonly after: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly after: string };

type State = 'content' | 'tag' | 'quoted';

/**
 * Finds the context of each value of a template. A line break with the white space around it prints nothing between
 * tags, and a space inside of them.
 * @throws where a value cannot be escaped: in the name of a tag or an attribute, without quotes beside other text,
 *   in a comment, a script or a style, and in an attribute that is code or an address of which it is only a part
 */
export function compileTemplate(strings: readonly string[]): Template {
  const holes: Hole[] = [];
  const pieces: string[] = [];
  let state: State = 'content';
  let attribute = '';
  for (const [i, string] of strings.entries()) {
    const read = readPiece(string, state, attribute);
    state = read.state;
    attribute = read.attribute;
    let piece = read.printed;
    if (i < strings.length - 1) {
      const kind = state === 'tag' ? 'attribute' : state;
      if (kind === 'attribute') {
        const [whole = '', name = ''] = /\s([a-z][a-z0-9-]*)=$/.exec(piece) ?? [];
        if (whole === '' || !/^(?:$|[\s/>])/.test(strings[i + 1] ?? ''))
          throw refused(string, 'is no whole attribute');
        piece = piece.slice(0, -whole.length);
        attribute = name;
      }
      if (kind !== 'content' && isCode(attribute)) throw refused(string, `is code in ${attribute}`);
      if (kind === 'quoted' && isAddress(attribute)) throw refused(string, 'is only a part of an address');
      holes.push(kind === 'attribute' ? { kind, name: attribute, after: '' } : { kind, after: '' });
    }
    pieces.push(piece);
  }
  if (state !== 'content') throw refused(strings.at(-1) ?? '', 'leaves a tag open');
  const [first = '', ...after] = pieces;
  return { first, holes: holes.map((hole, i) => ({ ...hole, after: after[i] ?? '' })) };
}

/** Follows a piece of a template from one state into the next. */
function readPiece(
  text: string,
  from: State,
  name: string,
): { state: State; attribute: string; printed: string } {
  let state = from;
  let attribute = name;
  let printed = '';
  // Between tags: up to the next tag. In a tag: up to a quote or its end. In quotes: up to the closing one.
  for (let at = 0; at < text.length; ) {
    const stop = { content: '<', tag: /["'>]/, quoted: '"' }[state];
    const next = typeof stop === 'string' ? text.indexOf(stop, at) : at + text.slice(at).search(stop);
    const end = next < at ? text.length : next;
    const part = text.slice(at, end);
    printed += state === 'quoted' ? part : part.replace(/\s*\n\s*/g, state === 'tag' ? ' ' : '');
    at = end + 1;
    const mark = text[end];
    if (mark === undefined) break;
    printed += mark;
    if (state === 'content') {
      if (!/^(?:\/?[a-z][a-z0-9-]*|!doctype)(?=[\s>/])/.test(text.slice(at)))
        throw refused(text, 'opens no tag');
      if (/^(?:script|style|textarea|title)\b/.test(text.slice(at)))
        throw refused(text, 'opens a tag with raw text');
      state = 'tag';
    } else if (state === 'quoted') state = 'tag';
    else if (mark === '>') state = 'content';
    else {
      const [, found] = /\s([a-z][a-z0-9-]*)=$/i.exec(part) ?? [];
      if (mark === "'" || found === undefined) throw refused(text, 'has a quote that opens no attribute');
      attribute = found;
      state = 'quoted';
    }
  }
  return { state, attribute, printed };
}

const isCode = (name: string): boolean => /^(?:on.*|style|srcdoc|http-equiv)$/.test(name);
const isAddress = (name: string): boolean => /^(?:href|src|action|formaction|poster|xlink:href)$/.test(name);

const refused = (piece: string, why: string): Error =>
  new Error(`This template ${why}: …${JSON.stringify(piece.slice(-60))}`);
