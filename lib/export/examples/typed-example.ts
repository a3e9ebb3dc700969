import type { Leg } from '../../corpus/match/leg.ts';
import type { XmlNode } from '../../corpus/match/parse-xml.ts';
import { baseOfType, typeOf } from '../../corpus/match/value-fits.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../corpus/model/defined-node.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';
import { typeNames } from '../formats/type-names.ts';
import { definedChild } from './defined-child.ts';
import { Expression, type Literal, printTypescriptLiteral } from './literal.ts';
import { wireContent } from './wire-content.ts';

/**
 * An example as TypeScript: a constant of the type that the declaration file of the corpus has for its stanza and leg.
 * @param id the stanza
 * @param leg the one that the example shows
 * @returns undefined if it has a part without a type: one that is not described, or one whose tag may be any
 */
export function typedExample(
  root: XmlNode,
  id: string,
  leg: Leg | undefined,
  corpus: Corpus,
): string | undefined {
  const definition = corpus.nodeOf.stanza.get(id);
  if (definition === undefined) return undefined;
  const name = typeNames(corpus)('stanza', id);
  const typed = new TypedNodes(corpus);
  const literal = typed.literal(root, definition);
  if (literal === undefined) return undefined;
  const trust = typed.usesUnknown ? 'unknown' : 'speculative';
  const type = leg === undefined ? (typed.usesUnknown ? `<'unknown'>` : '') : `<'${trust}', '${leg}'>`;
  const start = `const stanza: ${name}${type} = `;
  return `import type { ${name} } from './types.js';\n\nexport ${start}${printTypescriptLiteral(literal, start.length)};`;
}

class TypedNodes {
  /** Whether a part is used of which nothing is known; its type is there only for those who trust it. */
  usesUnknown = false;
  readonly #corpus: Corpus;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  literal(node: XmlNode, definition: DefinedNode): Literal | undefined {
    const attributes = this.#attributes(node, definition);
    const children = this.#children(node, definition);
    if (attributes === undefined || children === undefined) return undefined;
    const content = this.#content(node, definition);
    return {
      tag: node.tag,
      attributes,
      // The type has the key for every node that may have children.
      ...(definition.children.length > 0 ? { children } : {}),
      ...(content === undefined ? {} : { content }),
    };
  }

  #attributes(node: XmlNode, { attributes }: DefinedNode): Readonly<Record<string, Literal>> | undefined {
    const entries: [string, Literal][] = [];
    for (const { name, value } of node.attributes) {
      const fact = attributes.find((one) => one.name === name);
      if (fact === undefined) return undefined;
      this.#use(fact);
      entries.push([name, this.#value(value, fact)]);
    }
    return Object.fromEntries(entries);
  }

  #children(node: XmlNode, definition: DefinedNode): Readonly<Record<string, Literal>> | undefined {
    const found = new Map<DefinedChild, Literal[]>();
    for (const child of node.children) {
      const defined = definedChild(definition, child.tag);
      if (defined === undefined || defined.fact.name === '*') return undefined;
      const literal = this.literal(child, defined.node);
      if (literal === undefined) return undefined;
      this.#use(defined.fact);
      found.set(defined, [...(found.get(defined) ?? []), literal]);
    }
    const entries = [...found].map(([{ fact }, literals]): [string, Literal] => {
      const [first, ...more] = literals;
      const isList = fact.occurrence?.endsWith('n') === true || more.length > 0 || first === undefined;
      return [fact.name, isList ? literals : first];
    });
    return Object.fromEntries(entries);
  }

  #content(node: XmlNode, { content: fact }: DefinedNode): Literal | undefined {
    const found = wireContent(node, fact, this.#corpus);
    if (found === undefined || fact === undefined) return undefined;
    // A content that is not trusted has the type unknown, so it fits all the same.
    if (found.kind === 'text') return this.#value(found.text, fact);
    return enumOfType(fact.type) === undefined ? bytesLiteral(found.bytes) : hexOf(found.bytes);
  }

  #value(text: string, { type = 'string' }: Fact): Literal {
    const { type: types } = this.#corpus.definitions;
    // A type of the spec may say that its values are kept as text.
    const base = typeOf(type, types)?.typescript === 'string' ? 'string' : baseOfType(type, types);
    switch (base) {
      case 'int':
      case 'timestamp':
        return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
      case 'bool':
        return text === 'true' || text === '1';
      case 'bytes': {
        const bytes = readBytesText(text)?.bytes;
        return bytes === undefined ? text : bytesLiteral(bytes);
      }
      case 'string':
      case 'hex':
      case 'jid':
      case undefined:
        return text;
      default:
        return base satisfies never;
    }
  }

  #use({ confidence }: Fact): void {
    if (confidence === 'unknown') this.usesUnknown = true;
  }
}

const bytesLiteral = (bytes: Uint8Array): Expression =>
  new Expression(
    bytes.every((byte) => byte === 0)
      ? `new Uint8Array(${bytes.length})`
      : `Uint8Array.of(${bytes.join(', ')})`,
  );
