import {
  Composer,
  type CST,
  isScalar,
  type ParsedNode,
  Parser,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { clip } from '../text/clip.ts';
import { convertDocument } from './convert-document.ts';
import { decode } from './decode.ts';
import { explainSyntax, type ParserError, tabInIndentation } from './explain-syntax.ts';
import { lineCounter } from './line-counter.ts';
import type { Mark } from './mark.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

/** How deep a definition may be nested: lists and mappings together. */
export const MAX_DEPTH = 64;

/** How many syntax errors of a file are reported separately; a file of garbage has one at each character. */
const MAX_ERRORS = 20;

export interface ReadResult {
  /** undefined when the file is not YAML that a spec allows. */
  readonly source: SourceFile | undefined;
  /**
   * The values of a refused file, if none of its errors makes them ambiguous (of two equal keys the first counts;
   * anchors and tags are ignored). It serves only to report what else is wrong with the file.
   */
  readonly draft: SourceFile | undefined;
  /** The positions of the values of either. */
  readonly marks?: Mark;
  readonly findings: readonly Finding[];
  /** undefined when the bytes are not text. */
  readonly text: string | undefined;
}

/**
 * Reads a YAML file from its bytes: first size, encoding and characters, then the syntax, then what a spec does not
 * allow (several documents, anchors, aliases, tags, merge keys, duplicate keys, deep nesting), and then the values.
 * Never throws: every problem is a finding at its position.
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
    // A text that begins like an alias is one mistake, and reported once.
    const isReported = (one: Finding): boolean =>
      shown.some(({ line, column }) => line === one.line && column === one.column);
    return refuse(...properties.filter((one) => !isReported(one)), ...shown);
  }
  const second = documents[1];
  if (second !== undefined) {
    return refuse(...properties, finding('yaml/several-documents', {}, place(second.range[0])));
  }
  if (document?.contents == null || (isScalar(document.contents) && document.contents.value === null)) {
    return refuse(...properties, finding('yaml/empty', {}, place(0)));
  }
  const { data, mark, findings: problems } = convertDocument(text, document.contents as ParsedNode, place);
  const findings = [...properties, ...problems];
  const errors = findings.filter(({ level }) => level === 'error');
  const read = sourceFile(file, text, data, mark);
  if (errors.length === 0) return { source: read, draft: undefined, marks: mark, findings, text };
  const isClear = errors.every(({ code }) => HARMLESS.has(code));
  return { source: undefined, draft: isClear ? read : undefined, findings, text };
}

// One mistake often gives several errors at one position; the first is the most helpful. Tokens that are
// refused anyway are not reported again.
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

// A quick test: each of them is at the start of a line, or follows a blank or an indicator.
const MAY_BE_REFUSED = /(?:^|[\s[\]{},:?-])[&*!]|^\ufeff?%/m;

/**
 * Reports directives, anchors, aliases and tags, which are allowed nowhere. They are found among the tokens, which have
 * their exact position and spelling.
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

// The composer is recursive, the parser is not. So the depth of the parser's tokens is measured, without recursion,
// before the composer gets them.
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

// Errors that leave no doubt about the other values of the file. An alias or a merge key stands for missing values.
const HARMLESS: ReadonlySet<Finding['code']> = new Set([
  'yaml/duplicate-key',
  'yaml/key-not-text',
  'yaml/control-character',
  'yaml/anchor',
  'yaml/tag',
] as const);

type Token = CST.Token;

type PlaceOf = (offset: number) => Place;
