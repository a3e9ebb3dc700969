import {
  Composer,
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
import { clip } from '../findings/clip.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { decode, forbiddenCharacter } from './decode.ts';
import { lineCounter } from './line-counter.ts';
import type { Mark } from './mark.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

/** How deep a definition may be nested: lists and mappings together. */
export const MAX_DEPTH = 64;

/** How many syntax errors of one file are reported; a file of rubbish has one at each character. */
const MAX_ERRORS = 20;

export interface ReadResult {
  /** undefined when the file is not YAML that we accept. */
  readonly source: SourceFile | undefined;
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
  if ('finding' in decoded) return { source: undefined, findings: [decoded.finding], text: undefined };
  const { text } = decoded;
  const position = lineCounter(text);
  const place = (offset: number) => ({ file, ...position(Math.min(offset, text.length)) });
  const refuse = (...findings: Finding[]): ReadResult => ({ source: undefined, findings, text });

  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) return refuse(finding('yaml/too-deep', { limit: MAX_DEPTH }, place(deep)));

  // The composer's own check for duplicate keys compares each key with all others; ours is linear.
  const composer = new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', merge: false });
  const documents = [...composer.compose(tokens)];
  const [document] = documents;
  const syntax = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (syntax.length > 0) {
    // One mistake often gives several errors at one place, and a file of rubbish one at each character.
    const first = new Map(syntax.reverse().map((error) => [error.pos[0], error]));
    const shown = [...first.values()].reverse().slice(0, MAX_ERRORS);
    return refuse(...shown.map((error) => syntaxFinding(error, place)));
  }
  const second = documents[1];
  if (second !== undefined) return refuse(finding('yaml/several-documents', {}, place(second.range[0])));
  if (document?.contents == null || (isScalar(document.contents) && document.contents.value === null)) {
    return refuse(finding('yaml/empty', {}, place(0)));
  }
  return convert(file, text, document as Document.Parsed, place);
}

function syntaxFinding({ code, message, pos }: YAMLParseError | YAMLWarning, place: PlaceOf): Finding {
  if (code === 'TAG_RESOLVE_FAILED') {
    const name = /!\S*/.exec(message)?.[0] ?? 'here';
    return finding('yaml/tag', { name: clip(name, 60) }, place(pos[0]));
  }
  const reason = message.split('\n')[0] ?? '';
  return finding('yaml/syntax', { reason: clip(reason) }, place(pos[0]));
}

// The composer recurses; the parser does not. So the depth is measured on the parser's tokens, without
// recursion, before the composer sees them.
function tooDeep(tokens: readonly unknown[]): number | undefined {
  const queue: { token: Token; depth: number }[] = tokens.map((token) => ({
    token: token as Token,
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

interface Token {
  readonly offset?: number;
  readonly value?: Token | string | null;
  readonly key?: Token | string | null;
  readonly items?: readonly Token[];
}

function convert(
  file: string,
  text: string,
  document: Document.Parsed,
  place: (offset: number) => { file: string; line: number; column: number },
): ReadResult {
  const findings: Finding[] = [];
  const report: Report = (one) => findings.push(one);
  const offset = (node: ParsedNode | null | undefined): number => node?.range?.[0] ?? 0;

  const walk = (node: ParsedNode | null, key: number | undefined): { data: unknown; mark: Mark } => {
    const mark = (spelling?: string, items?: ReadonlyMap<string | number, Mark>): Mark => ({
      value: offset(node),
      key,
      spelling,
      items,
    });
    if (node === null) return { data: null, mark: mark() };
    refuseProperties(node, place, report);
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
        if (inner.data === null) {
          report(finding('yaml/no-value', { key: name }, place(offset(keyNode as ParsedNode))));
          continue;
        }
        items.set(name, inner.mark);
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
        return { data: value, mark: mark() };
      }
      return { data: value, mark: mark(node.source) };
    }
    // An alias: refused above, and not also taken for a value that is missing.
    return { data: '', mark: mark() };
  };

  const { data, mark } = walk(document.contents, undefined);
  const refused = findings.some(({ level }) => level === 'error');
  return { source: refused ? undefined : sourceFile(file, text, data, mark), findings, text };
}

type Report = (one: Finding) => void;
type PlaceOf = (offset: number) => { file: string; line: number; column: number };

function refuseProperties(node: ParsedNode, place: PlaceOf, report: Report): void {
  const at = place(node.range[0]);
  if (isAlias(node)) report(finding('yaml/alias', { name: node.source }, at));
  else {
    if (node.anchor !== undefined) report(finding('yaml/anchor', { name: node.anchor }, at));
    // A tag is there only where the file has one.
    if (node.tag !== undefined) report(finding('yaml/tag', { name: node.tag }, at));
  }
}

function keyName(key: ParsedNode | null, place: PlaceOf, report: Report): string | undefined {
  if (key !== null) refuseProperties(key, place, report);
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
