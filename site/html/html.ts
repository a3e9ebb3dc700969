import { compileTemplate, type Template } from './compile-template.ts';

/** Markup that only {@link html} makes: data in it is escaped. */
export type { Html };

/** What a template prints. Nothing is printed for `undefined` and `false`. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** What an attribute holds: `undefined` and `false` leave it out, `true` prints its name alone. */
export type AttributeValue = string | number | boolean | undefined;

// A field with # can neither be set nor read from outside, so an object of another make is no Html.
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
 * Markup from a template. Strings and numbers are escaped for the place in which they stand; other markup and lists are
 * put in as they are. `name=${value}` without quotes is an attribute that may be left out; an address whose scheme is
 * not https or http is left out too. Line breaks of the template print nothing, so that it can be indented.
 * @throws for a template with data in the name of a tag, in a comment, or in an attribute that holds code
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

/** The text of markup, for whoever writes it into a page. @throws for what {@link html} has not made */
export const markupOf: (html: Html) => string = Html.markupOf;

/** Several pieces with something between them. */
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
  throw new TypeError('an attribute holds text or a number');
}

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'poster']);

// Addresses from data pass safeUrl before they come here. This is the second look: what has a scheme has this one.
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
