import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { type Finding, finding } from '../findings/finding.ts';
import { clip } from '../text/clip.ts';
import { decode, forbiddenCharacter } from './decode.ts';
import { explainSyntax, type ParserError, tabInIndentation } from './explain-syntax.ts';
import { lineCounter } from './line-counter.ts';
import type { Mark } from './mark.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

/** How deep a definition may be nested: lists and mappings together. */
export const MAX_DEPTH = 64;

/** How many syntax errors of one file are reported one by one; a file of rubbish has one at each character. */
const MAX_ERRORS = 20;

export interface ReadResult {
  /** undefined when the file is not YAML that we accept. */
  readonly source: SourceFile | undefined;
  /**
   * The values of a file that is refused only for what leaves no doubt what they are (of two equal keys the first
   * counts; anchors and tags say nothing that is used): to see what else is wrong with them, and for nothing more.
   */
  readonly draft: SourceFile | undefined;
  /** Where the values of either stand. */
  readonly marks?: Mark;
  readonly findings: readonly Finding[];
  /** The text, where the bytes could be read as one. */
  readonly text: string | undefined;
}

/**
 * Reads a YAML file from its bytes: size, encoding and characters first, then the syntax, then what the
 * design refuses (several documents, anchors, aliases, tags, merge keys, duplicate keys, deep nesting), and
 * only then the values. Never throws; everything that is wrong is a finding with its place.
 */
export function readSource(file: string, bytes: Uint8Array): ReadResult {
  const decoded = decode(file, bytes);
  if ('finding' in decoded) {
    return { source: undefined, draft: undefined, findings: [decoded.finding], text: undefined };
  }
  const { text } = decoded;
  const position = lineCounter(text);
  const place = (offset: number) => ({ file, ...position(Math.min(offset, text.length)) });
  const refuse = (...findings: Finding[]): ReadResult => ({
    source: undefined,
    draft: undefined,
    findings,
    text,
  });

  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const tab = tabInIndentation(text);
    return refuse(
      tab === undefined
        ? finding('yaml/too-deep', { limit: MAX_DEPTH }, place(deep))
        : finding('yaml/syntax', { reason: tab.reason, hint: tab.hint }, place(tab.offset)),
    );
  }

  // The composer's own check for duplicate keys compares each key with all others; ours is linear.
  const composer = new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', merge: false });
  const documents = [...composer.compose(tokens)];
  const [document] = documents;
  const properties = MAY_BE_REFUSED.test(text) ? refusedTokens(tokens, place) : [];
  const syntax = explainSyntax(text, syntaxErrors(documents, tokens));
  if (syntax.length > 0) {
    const shown = syntax.slice(0, MAX_ERRORS).map(({ offset, reason, hint }) => {
      return finding('yaml/syntax', { reason: clip(reason), hint }, place(offset));
    });
    const next = syntax[MAX_ERRORS];
    if (next !== undefined) {
      shown.push(finding('yaml/more-errors', { count: syntax.length - MAX_ERRORS }, place(next.offset)));
    }
    // A text that begins like an alias is one mistake.
    const isSaid = (one: Finding): boolean =>
      shown.some(({ line, column }) => line === one.line && column === one.column);
    return refuse(...properties.filter((one) => !isSaid(one)), ...shown);
  }
  const second = documents[1];
  if (second !== undefined) {
    return refuse(...properties, finding('yaml/several-documents', {}, place(second.range[0])));
  }
  if (document?.contents == null || (isScalar(document.contents) && document.contents.value === null)) {
    return refuse(...properties, finding('yaml/empty', {}, place(0)));
  }
  return convert(file, text, document as Document.Parsed, place, properties);
}

// One mistake often gives several errors at one place; the first of them says most. What the tokens are refused for
// is not said again.
function syntaxErrors(
  documents: readonly { errors: YAMLParseError[]; warnings: YAMLWarning[] }[],
  tokens: readonly Token[],
): readonly ParserError[] {
  const directives = tokens.filter(isRefusedDirective);
  const first = new Map<number, ParserError>();
  for (const error of documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])) {
    const at = error.pos[0];
    if (error.code === 'TAG_RESOLVE_FAILED' || first.has(at)) continue;
    if (directives.some(({ offset, source }) => at >= offset && at <= offset + source.length)) continue;
    first.set(at, { code: error.code, message: error.message.split('\n')[0] ?? '', offset: at });
  }
  return [...first.values()];
}

const isRefusedDirective = (token: Token): token is CST.Directive =>
  token.type === 'directive' && !/^%YAML +1\.2(?:\s|$)/.test(token.source);

// Each of them begins a line, or stands behind a blank or an indicator; a text without such a place has none.
const MAY_BE_REFUSED = /(?:^|[\s[\]{},:?-])[&*!]|^\ufeff?%/m;

/**
 * What no file may hold, wherever it stands: directives, anchors, aliases and tags. They are read from the tokens,
 * which know exactly where each begins and how it is spelled.
 */
function refusedTokens(tokens: readonly Token[], place: PlaceOf): Finding[] {
  const found: { offset: number; one: Finding }[] = [];
  for (const token of everyToken(tokens)) {
    const { type, offset } = token;
    const name = 'source' in token ? clip(token.source.replace(/^[&*]/, ''), 60) : '';
    const at = place(offset);
    if (type === 'anchor') found.push({ offset, one: finding('yaml/anchor', { name }, at) });
    else if (type === 'alias') found.push({ offset, one: finding('yaml/alias', { name }, at) });
    else if (type === 'tag') found.push({ offset, one: finding('yaml/tag', { name }, at) });
    else if (isRefusedDirective(token)) {
      found.push({ offset, one: finding('yaml/directive', { name: name.trim() }, at) });
    }
  }
  return found.sort((a, b) => a.offset - b.offset).map(({ one }) => one);
}

function* everyToken(tokens: readonly Token[]): Generator<Token> {
  const queue: unknown[] = [...tokens];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const token = next as Token;
    if ('type' in token) yield token;
    for (const inside of Object.values(token)) {
      if (typeof inside !== 'object' || inside === null) continue;
      if (Array.isArray(inside)) for (const one of inside) queue.push(one);
      else queue.push(inside);
    }
  }
}

// The composer recurses; the parser does not. So the depth is measured on the parser's tokens, without
// recursion, before the composer sees them.
function tooDeep(tokens: readonly Token[]): number | undefined {
  const queue: { token: Nested; depth: number }[] = tokens.map((token) => ({
    token: token as Nested,
    depth: 0,
  }));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { token, depth } = next;
    const inside = token.items === undefined ? depth : depth + 1;
    if (inside > MAX_DEPTH) return token.offset ?? 0;
    for (const child of [token.value, token.key, token, ...(token.items ?? [])]) {
      if (child === undefined || child === null || child === token || typeof child !== 'object') continue;
      queue.push({ token: child, depth: inside });
    }
  }
  return undefined;
}

interface Nested {
  readonly offset?: number;
  readonly value?: Nested | string | null;
  readonly key?: Nested | string | null;
  readonly items?: readonly Nested[];
}

function convert(
  file: string,
  text: string,
  document: Document.Parsed,
  place: PlaceOf,
  properties: readonly Finding[],
): ReadResult {
  const findings: Finding[] = [...properties];
  const report: Report = (one) => findings.push(one);
  const offset = (node: ParsedNode | null | undefined): number => node?.range?.[0] ?? 0;

  const walk = (node: ParsedNode | null, key: number | undefined): { data: unknown; mark: Mark } => {
    const mark = (spelling?: string, items?: ReadonlyMap<string | number, Mark>): Mark => ({
      value: offset(node),
      key,
      spelling,
      items,
    });
    if (node === null) return { data: null, mark: mark('') };
    if (isMap(node)) {
      const data: Record<string, unknown> = {};
      const items = new Map<string, Mark>();
      for (const { key: keyNode, value } of node.items) {
        const name = keyName(keyNode as ParsedNode, place, report);
        if (name === undefined) continue;
        const earlier = items.get(name);
        if (earlier !== undefined) {
          const { line } = place(earlier.key ?? 0);
          report(finding('yaml/duplicate-key', { key: name, line }, place(offset(keyNode as ParsedNode))));
          continue;
        }
        const inner = walk((value ?? null) as ParsedNode | null, offset(keyNode as ParsedNode));
        items.set(name, inner.mark);
        if (inner.data === null) {
          const args = { key: name, spelling: inner.mark.spelling ?? '', comment: isCutOff(text, value) };
          report(finding('yaml/no-value', args, place(offset(keyNode as ParsedNode))));
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
      return { data, mark: mark(undefined, items) };
    }
    if (isSeq(node)) {
      const inner = node.items.map((item) => walk(item as ParsedNode, undefined));
      return {
        data: inner.map(({ data }) => data),
        mark: mark(undefined, new Map(inner.map(({ mark: m }, index) => [index, m]))),
      };
    }
    if (isScalar(node)) {
      const { value } = node;
      if (typeof value === 'string') {
        const hidden = forbiddenCharacter(value);
        if (hidden !== undefined) {
          report(finding('yaml/control-character', { character: hidden.character }, place(offset(node))));
        }
        const end = node.range[1];
        if (node.type === 'PLAIN' && CUT_OFF.test(text.slice(end, end + MAX_GAP))) {
          const hash = text.indexOf('#', end);
          report(finding('yaml/comment-in-text', {}, place(hash)));
        }
        return { data: value, mark: mark() };
      }
      return { data: value, mark: mark(node.source) };
    }
    // An alias: refused above, and not also taken for a value that is missing.
    return { data: '', mark: mark() };
  };

  const { data, mark } = walk(document.contents, undefined);
  const errors = findings.filter(({ level }) => level === 'error');
  const read = sourceFile(file, text, data, mark);
  if (errors.length === 0) return { source: read, draft: undefined, marks: mark, findings, text };
  const isClear = errors.every(({ code }) => HARMLESS.has(code));
  return { source: undefined, draft: isClear ? read : undefined, findings, text };
}

// Comments are written with a blank behind the #; one without, behind a text, was meant to be part of the text.
const CUT_OFF = /^[ \t]+#[^\s#!]/;
const MAX_GAP = 100;

const isCutOff = (text: string, value: unknown): boolean =>
  isScalar(value) && CUT_OFF.test(` ${text.slice(value.range?.[0] ?? 0, (value.range?.[2] ?? 0) + MAX_GAP)}`);

// What is refused and changes no other value of the file. An alias or a merge key stands for values that are not there.
const HARMLESS: ReadonlySet<Finding['code']> = new Set([
  'yaml/duplicate-key',
  'yaml/key-not-text',
  'yaml/control-character',
  'yaml/anchor',
  'yaml/tag',
] as const);

type Token = CST.Token;

type Report = (one: Finding) => void;
type PlaceOf = (offset: number) => { file: string; line: number; column: number };

function keyName(key: ParsedNode | null, place: PlaceOf, report: Report): string | undefined {
  // An alias was refused with the tokens.
  if (isAlias(key)) return undefined;
  if (key === null || !isScalar(key) || typeof key.value !== 'string') {
    report(finding('yaml/key-not-text', {}, place(key?.range[0] ?? 0)));
    return undefined;
  }
  const hidden = forbiddenCharacter(key.value);
  if (hidden !== undefined) {
    report(finding('yaml/control-character', { character: hidden.character }, place(key.range[0])));
  }
  if (key.value === '<<') {
    report(finding('yaml/merge-key', {}, place(key.range[0])));
    return undefined;
  }
  return key.value;
}
