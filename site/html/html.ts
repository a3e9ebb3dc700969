import { compileTemplate, type Template } from './compile-template.ts';

/** Markup that only {@link html} can make, so that its data is escaped. */
export type { Html };

/** A value in a template. `undefined` and `false` print nothing. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** The value of an attribute: `undefined` and `false` omit it, `true` prints only its name. */
export type AttributeValue = string | number | boolean | undefined;

// A private field cannot be forged, so only html() can make an Html.
class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  static markupOf(html: Html): string {
    return html.#markup;
  }
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/**
 * Markup from a template. Strings and numbers are escaped for their context; other markup is inserted as is. Without
 * quotes, `name=${value}` is an optional attribute; it is also omitted if it is a URL with a scheme other than https or
 * http. Line breaks of the template print nothing, so that it can be indented.
 * @throws for a template with data in the name of a tag, in a comment, or in an attribute that contains code
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (HtmlValue | AttributeValue)[]
): Html {
  let template = templates.get(strings);
  if (template === undefined) {
    template = compileTemplate(strings);
    templates.set(strings, template);
  }
  const { first, holes } = template;
  let markup = first;
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i] as Template['holes'][number];
    const value = values[i];
    if (hole.kind === 'content') markup += contentOf(value);
    else if (hole.kind === 'attribute') markup += attributeOf(hole.name, value);
    else markup += escapeAttribute(textOf(value));
    markup += hole.after;
  }
  return new Html(markup);
}

/**
 * Linked data about a page, as a block of JSON. Browsers run none of it, and its text cannot end the element: every
 * character that HTML may take for markup is written as an escape of JSON.
 */
export function linkedDataBlock(data: object): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="application/ld+json">${json}</script>`);
}

/** The text of markup, to be written into a page. @throws for an object that {@link html} has not made */
export const markupOf: (html: Html) => string = Html.markupOf;

/** Several pieces with a separator between them. */
export function joined(pieces: readonly HtmlValue[], between: string | Html): HtmlValue[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece]));
}

function contentOf(value: unknown): string {
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Html) return Html.markupOf(value);
  if (Array.isArray(value)) {
    let markup = '';
    for (const one of value) markup += contentOf(one);
    return markup;
  }
  return typeof value === 'number' ? String(value) : '';
}

function attributeOf(name: string, value: unknown): string {
  if (value === true) return ` ${name}`;
  if (value === undefined || value === false) return '';
  const text = textOf(value);
  if (URL_ATTRIBUTES.has(name) && !isSafeAddress(text)) return '';
  return ` ${name}="${escapeAttribute(text)}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TypeError('the value of an attribute must be text or a number');
}

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'poster']);

// A second check: URLs from data have passed safeUrl already. Only http and https are allowed as schemes.
function isSafeAddress(address: string): boolean {
  const first = address.charCodeAt(0);
  if (first === SLASH || first === HASH) return true;
  return /^https?:\/\//.test(address) || /^[^:]*(?:$|[/?#])/.test(address);
}

const SLASH = 0x2f;
const HASH = 0x23;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const entity = (character: string): string => ENTITIES[character] ?? '';

const escapeText = (text: string): string => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, entity) : text);

const escapeAttribute = (text: string): string => (/[&"]/.test(text) ? text.replace(/[&"]/g, entity) : text);
