import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { forbiddenCharacter } from './decode.ts';
import type { Mark } from './mark.ts';

/** The values of a document, with the positions that they come from. */
export interface ConvertedDocument {
  readonly data: unknown;
  readonly mark: Mark;
  /** What is wrong with keys and values. */
  readonly findings: readonly Finding[];
}

/** Converts a parsed YAML document to plain values, and reports keys and values that a spec does not allow. */
export function convertDocument(
  text: string,
  contents: ParsedNode,
  place: (offset: number) => Place,
): ConvertedDocument {
  const converter = new Converter(text, place);
  return { ...converter.node(contents, undefined), findings: converter.findings };
}

type Converted = Omit<ConvertedDocument, 'findings'>;

const offsetOf = (node: ParsedNode | null | undefined): number => node?.range?.[0] ?? 0;

class Converter {
  readonly findings: Finding[] = [];
  readonly #text: string;
  readonly #place: (offset: number) => Place;

  constructor(text: string, place: (offset: number) => Place) {
    this.#text = text;
    this.#place = place;
  }

  /** @param key the offset of the key, for a value of a mapping */
  node(node: ParsedNode | null, key: number | undefined): Converted {
    const value = offsetOf(node);
    if (node === null) return { data: null, mark: { value, key, spelling: '', items: undefined } };
    if (isMap(node)) return this.#map(node, { value, key });
    if (isSeq(node)) return this.#sequence(node, { value, key });
    if (isScalar(node)) return this.#scalar(node, { value, key });
    // An alias, which was refused with the tokens: not null, which would be reported as a missing value.
    return { data: '', mark: { value, key, spelling: undefined, items: undefined } };
  }

  #map(node: YAMLMap, at: Pick<Mark, 'value' | 'key'>): Converted {
    const data: Record<string, unknown> = {};
    const items = new Map<string, Mark>();
    for (const { key, value } of node.items) {
      const keyNode = key as ParsedNode;
      const name = this.#keyName(keyNode);
      if (name === undefined) continue;
      const place = this.#place(offsetOf(keyNode));
      const earlier = items.get(name);
      if (earlier !== undefined) {
        const { line } = this.#place(earlier.key ?? 0);
        this.findings.push(finding('yaml/duplicate-key', { key: name, line }, place));
        continue;
      }
      const inner = this.node((value ?? null) as ParsedNode | null, offsetOf(keyNode));
      items.set(name, inner.mark);
      if (inner.data === null) {
        const spelling = inner.mark.spelling ?? '';
        const args = { key: name, spelling, comment: isCutOff(this.#text, value) };
        this.findings.push(finding('yaml/no-value', args, place));
        continue;
      }
      // Not an assignment: a key called __proto__ must become a key like any other.
      Object.defineProperty(data, name, {
        value: inner.data,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return { data, mark: { ...at, spelling: undefined, items } };
  }

  #sequence(node: YAMLSeq, at: Pick<Mark, 'value' | 'key'>): Converted {
    const inner = node.items.map((item) => this.node(item as ParsedNode, undefined));
    const items = new Map(inner.map(({ mark }, index) => [index, mark]));
    return { data: inner.map(({ data }) => data), mark: { ...at, spelling: undefined, items } };
  }

  #scalar(node: Scalar.Parsed, at: Pick<Mark, 'value' | 'key'>): Converted {
    const { value } = node;
    if (typeof value !== 'string') {
      return { data: value, mark: { ...at, spelling: node.source, items: undefined } };
    }
    this.#refuseHidden(value, node);
    const end = node.range[1];
    if (node.type === 'PLAIN' && CUT_OFF.test(this.#text.slice(end, end + MAX_GAP))) {
      const hash = this.#text.indexOf('#', end);
      this.findings.push(finding('yaml/comment-in-text', {}, this.#place(hash)));
    }
    return { data: value, mark: { ...at, spelling: undefined, items: undefined } };
  }

  #keyName(key: ParsedNode | null): string | undefined {
    // An alias was refused with the tokens.
    if (isAlias(key)) return undefined;
    const place = this.#place(offsetOf(key));
    if (key === null || !isScalar(key) || typeof key.value !== 'string') {
      this.findings.push(finding('yaml/key-not-text', {}, place));
      return undefined;
    }
    this.#refuseHidden(key.value, key);
    if (key.value === '<<') {
      this.findings.push(finding('yaml/merge-key', {}, place));
      return undefined;
    }
    return key.value;
  }

  // A character that is written as an escape such as "\u202e".
  #refuseHidden(value: string, node: ParsedNode): void {
    const hidden = forbiddenCharacter(value);
    if (hidden === undefined) return;
    const { character } = hidden;
    this.findings.push(finding('yaml/control-character', { character }, this.#place(offsetOf(node))));
  }
}

// Comments are written with a blank behind the #. One without a blank, behind a text, was meant to be part of the text.
const CUT_OFF = /^[ \t]+#[^\s#!]/;
const MAX_GAP = 100;

const isCutOff = (text: string, value: unknown): boolean =>
  isScalar(value) && CUT_OFF.test(` ${text.slice(value.range?.[0] ?? 0, (value.range?.[2] ?? 0) + MAX_GAP)}`);
