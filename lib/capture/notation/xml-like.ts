import { isLogLine } from '../input/is-log-line.ts';
import type { CapturedAttribute, CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { contentOf, fromHex } from '../tree/hex-and-base64.ts';
import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { A_NAME, A_TEXT, A_VALUE, maySayWrong, secondTimes, TWICE, wrongIn } from '../tree/well-formed.ts';
import { isCutText, leftOut } from './left-out.ts';
import { tooDeep } from './node-of-value.ts';
import { COPY_WHOLE, type ProblemAt } from './parse-problem.ts';

export interface XmlLikeRoot {
  readonly node: CapturedNode;
  readonly start: number;
}

export interface ReadXmlLike {
  /** One, as a rule; none when what begins there is no stanza. */
  readonly roots: readonly XmlLikeRoot[];
  /** Where to go on. */
  readonly end: number;
  /** Whether the text ended before the element did. */
  readonly unfinished: boolean;
}

const NAME_START = /<([\p{L}_:][^\s<>"'=/]*)/uy;
const NAME = /[^\s<>"'=/]+/y;
const EQUALS = /[ \t\r\n]*=[ \t\r\n]*/y;
const BLANKS = /[ \t\r\n]*/y;
// What may follow the quote that ends a value, so that other quotes in it do not.
const AFTER_VALUE =
  /[ \t\r\n]+[^\s<>"'=/]+[ \t\r\n]*=[ \t\r\n]*["']|[\p{L}_:][^\s<>"'=/]*=["']|[ \t\r\n]*\/?>|(?:[ \t]+[^\s<>"'=/]+[ \t]*=?)?[ \t]*(?:\/?$|[\r\n])/uy;
const MORE_OF_TAG = /[ \t]+[^\s<>"'=/]+=["']|\/?>/y;
const CLOSING = /<\/([^\s<>"'=/]+)[ \t\r\n]*>/y;
const CLOSING_PART = /<\/[^\s<>"'=/]*[ \t\r\n]*$/y;
const WITHIN: Readonly<Record<string, readonly [line: RegExp, whole: RegExp]>> = {
  '"': [/[^"\r\n]*/y, /[^"]*/y],
  "'": [/[^'\r\n]*/y, /[^']*/y],
};

/** A closing tag. */
export const ORPHAN = /^<\/[\p{L}_:][^\s<>"'=/]{0,127}[ \t\r\n]{0,9}>/u;

/** A declaration, or an instruction for a program. The one that says that a text is XML declares nothing. */
const DECLARATION = /<(?:![A-Za-z]|\?(?!xml[\s?])[A-Za-z_])/g;
/** How far before a stanza one is looked for, and what a line begins with between the two. */
const DECLARED_BEFORE = 4000;
const OTHER_LINE = /\n[ \t]*[^\s<\]%"'-]/;
const DECLARED = {
  message: 'A declaration or a processing instruction stands here, which no stanza has.',
  hint: 'Take it out, and write each entity that it declares as what it stands for.',
} as const;

const NO_BLANK = {
  message: 'No blank stands before this attribute, behind the quote that ends the value before it.',
  hint: 'Write a blank between the two, if that is what the log means.',
} as const;
const TORN = 'A stanza breaks off here: the line is neither a part of it nor an entry of the log.';
const TAG_IN_VALUE = {
  message: 'A tag begins inside of a value: its quote may be missing.',
  hint: 'Close the value before it, or write &lt; for the < that is a part of it.',
} as const;
const BESIDE_CHILDREN = {
  message: 'Text stands beside the children of an element, and a stanza has one or the other.',
  hint: COPY_WHOLE,
} as const;
const BESIDE_CUT = {
  message: 'Something stands beside what says that the content was left out.',
  hint: COPY_WHOLE,
} as const;
const TORN_HINT = 'Take the lines out that do not belong to the stanza, or copy it whole.';

interface OpenNode {
  readonly tag: string;
  readonly start: number;
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  /** Where the opening tag ends. */
  readonly inside: number;
  content: CapturedContent | undefined;
  cut: boolean;
  readonly texts: string[];
  /** Where the first text begins that is more than blanks. */
  textStart: number | undefined;
  /** Whether that is in another line than what stands before it. */
  ownLine: boolean;
  /** Where the line of that ends, and whether the text goes on in others. */
  lineEnd: number | undefined;
  lines: boolean;
  notation: 'hex' | 'text' | undefined;
}

/** Looks for elements in texts of one input: what it remembers keeps the time linear. */
export class XmlLikeReader {
  readonly #text: string;
  readonly #bounded: boolean;
  readonly #problems: ProblemAt[];
  /** For the ends of comments and of CDATA: where the next one stands, from some place on. */
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>();
  #newline = -1;
  #newlineFrom = 0;
  #at = 0;
  #single: boolean | undefined;
  /** Whether &amp; stands for &; a function until it is asked for, which takes some time to find out. */
  #entities: boolean | (() => boolean) = false;
  /** Whether the log broke off inside of a comment. */
  #brokenMark = false;
  /** Whether there is an attribute, an end or a mark: what words in brackets do not have. */
  #solid = false;
  /** Where words in brackets are nested too deeply. */
  #deep: number | undefined;
  /** The element in which the text breaks off. */
  #innermost: OpenNode | undefined;
  #open: OpenNode[] = [];
  /** Where something is declared in the text, and how many of these places have been passed. */
  #declarations: readonly number[] | undefined;
  #declared = 0;
  /** Whether there may be anything in the text that no stanza holds. */
  #suspect: boolean | undefined;

  /**
   * @param bounded whether the text is one value, in which nothing follows that does not belong to it
   * @param problems receives what could not be read, by its offset in the text
   */
  constructor(text: string, bounded: boolean, problems: ProblemAt[]) {
    this.#text = text;
    this.#bounded = bounded;
    this.#problems = problems;
  }

  /**
   * Reads the element that begins at a `<`, in the loose way in which logs write one: either kind of quotes,
   * values in which nothing is escaped, any indentation, an end that is missing. Where the log breaks off, all
   * elements that are open there are marked as cut.
   * @param entities whether &amp; stands for &; Baileys and whatsmeow do not escape what they print
   */
  read(start: number, entities: () => boolean): ReadXmlLike {
    this.#at = start;
    this.#entities = entities;
    this.#single = undefined;
    this.#brokenMark = false;
    this.#solid = false;
    this.#deep = undefined;
    this.#open = [];
    const problems = this.#problems.length;
    const opened = this.#tag();
    if (opened === undefined) return { roots: [], end: start + 1, unfinished: false };
    const root = opened.node;
    if (root === undefined) return { roots: [], end: this.#at, unfinished: this.#at >= this.#text.length };
    let closed = opened.kind === 'closed';
    this.#innermost = root;
    if (opened.kind === 'broken') root.cut = true;
    if (opened.kind === 'open') {
      this.#open.push(root);
      closed = this.#inside();
    }
    const unfinished = this.#at >= this.#text.length && !closed;
    if (!this.#solid) {
      // Words in brackets that are no elements, such as <anonymous>. A stanza may stand behind them.
      this.#problems.length = problems;
      if (this.#deep !== undefined) {
        this.#problems.push(tooDeep(this.#deep));
        return { roots: [], end: this.#deep, unfinished: false };
      }
      const { inside, textStart } = this.#innermost ?? root;
      return { roots: [], end: inside, unfinished: unfinished && textStart === undefined };
    }
    this.#sayDeclared(start);
    return { roots: [{ node: this.#finish(root), start }], end: this.#at, unfinished };
  }

  #findDeclarations(): number[] {
    if (!this.#text.includes('<!') && !this.#text.includes('<?')) return [];
    return [...this.#text.matchAll(DECLARATION)].map(({ index }) => index);
  }

  /** Says what is declared right before a stanza: it may not mean what it says. */
  #sayDeclared(start: number): void {
    this.#declarations ??= this.#findDeclarations();
    if (this.#declarations.length === 0) return;
    let first: number | undefined;
    for (let at = this.#declarations[this.#declared]; at !== undefined && at < start; ) {
      const near = start - at < DECLARED_BEFORE && !OTHER_LINE.test(this.#text.slice(at, start));
      if (near) first ??= at;
      at = this.#declarations[++this.#declared];
    }
    // Those inside of it are no matter of the next one.
    while ((this.#declarations[this.#declared] ?? this.#at) < this.#at) this.#declared++;
    if (first !== undefined) this.#problems.push({ offset: first, ...DECLARED });
  }

  /** Reads what stands in the open elements. False when the text breaks off before the outermost one ends. */
  #inside(): boolean {
    let skipped = 0;
    while (true) {
      const node = this.#open.at(-1);
      if (node === undefined) return true;
      const from = this.#at;
      const next = this.#text.indexOf('<', from);
      const end = next === -1 ? this.#text.length : next;
      const until = this.#bounded ? end : this.#untilLogLine(from, end);
      if (skipped === 0 && !this.#addText(node, from, until)) return this.#tornAt(this.#at);
      this.#at = until;
      if (until < end || next === -1) {
        return this.#leaveLines(node) ? this.#tornAt(this.#at) : this.#breakOff();
      }
      if (this.#comment(node)) {
        if (this.#brokenMark) return this.#breakOff();
        continue;
      }
      CLOSING.lastIndex = next;
      const closing = CLOSING.exec(this.#text);
      if (closing !== null) {
        this.#at = next + closing[0].length;
        if (skipped > 0) skipped--;
        else this.#close(closing[1] ?? '', next);
        continue;
      }
      CLOSING_PART.lastIndex = next;
      if (this.#text[next + 1] === '/' && CLOSING_PART.test(this.#text)) {
        this.#at = this.#text.length;
        return this.#breakOff();
      }
      const solid = this.#solid;
      const problems = this.#problems.length;
      const opened = this.#tag();
      if (opened === undefined) {
        if (this.#text.slice(next, next + 12).search(DECLARATION) === 0) {
          this.#problems.push({ offset: next, ...DECLARED });
        }
        this.#at = next + 1;
        if (skipped === 0) this.#pushText(node, '<', next);
        continue;
      }
      if (opened.node === undefined) return this.#breakOff();
      // Text, or lines of it, and an element behind them are no content, but what follows in the log.
      const noise = !solid && node.textStart !== undefined;
      if (noise || (skipped === 0 && this.#leaveLines(node, true))) {
        this.#solid = solid;
        this.#problems.length = problems;
        return noise ? this.#breakOff() : this.#tornAt(this.#at);
      }
      if (this.#open.length + skipped >= MAX_NODE_DEPTH) {
        if (!this.#solid) {
          this.#deep = next;
          return this.#breakOff();
        }
        if (!node.cut) this.#problems.push(tooDeep(next));
        node.cut = true;
        if (opened.kind === 'open') skipped++;
        if (opened.kind === 'broken') return this.#breakOff();
        continue;
      }
      if (opened.kind === 'open') {
        this.#open.push(opened.node);
        continue;
      }
      if (opened.kind === 'broken') opened.node.cut = true;
      this.#append(node, opened.node);
      if (opened.kind === 'broken') return this.#breakOff();
    }
  }

  /** The end of the text of an element, or of the line before the next entry of the log. */
  #untilLogLine(from: number, end: number): number {
    for (let at = this.#nextNewline(from); at < end; at = this.#nextNewline(at + 1)) {
      if (isLogLine(this.#text, at + 1)) return at;
    }
    return end;
  }

  #nextNewline(from: number): number {
    // Remembered, since it may be far away, and only what was not looked at yet is looked at.
    if (from < this.#newlineFrom) {
      const at = this.#text.slice(from, this.#newlineFrom).indexOf('\n');
      if (at !== -1) this.#newline = from + at;
      this.#newlineFrom = from;
    } else if (this.#newline < from) {
      const at = this.#text.indexOf('\n', from);
      this.#newline = at === -1 ? this.#text.length : at;
      this.#newlineFrom = from;
    }
    return this.#newline;
  }

  /** Adds text to an element; false where it begins what follows the stanza in the log. */
  #addText(node: OpenNode, from: number, to: number): boolean {
    if (to === from) return true;
    BLANKS.lastIndex = from;
    const start = from + (BLANKS.exec(this.#text)?.[0].length ?? 0);
    // Dots, or a word in brackets: what stood there was not printed.
    if (start < to && to - start < 200 && node.textStart === undefined) {
      const mark = leftOut(this.#decode(trimBlanks(this.#text.slice(start, to))));
      if (mark !== undefined) {
        if (mark.size === undefined || node.children.length > 0 || node.content !== undefined)
          node.cut = true;
        else node.content = { kind: 'cut', size: mark.size };
        return true;
      }
    }
    if (start < to && node.textStart === undefined) {
      node.textStart = start;
      node.ownLine = this.#text.slice(from, start).includes('\n');
      if (node.ownLine && node.children.length > 0 && !this.#bounded) {
        this.#at = start;
        return false;
      }
    }
    if (node.textStart !== undefined && !node.lines && !this.#bounded) {
      if (node.lineEnd === undefined) {
        const newline = this.#nextNewline(Math.max(from, node.textStart));
        if (newline < to) node.lineEnd = newline;
      }
      if (node.lineEnd !== undefined) {
        BLANKS.lastIndex = Math.max(from, node.lineEnd);
        BLANKS.test(this.#text);
        node.lines = BLANKS.lastIndex < to;
      }
    }
    node.texts.push(this.#text.slice(from, to));
    return true;
  }

  #pushText(node: OpenNode, text: string, at: number): void {
    node.textStart ??= at;
    node.lines ||= node.lineEnd !== undefined;
    node.texts.push(text);
  }

  /**
   * Takes the lines out of the text of an element that do not seem to be its content, and goes back to them:
   * all in lines of their own, but for a single one or hex; and those behind the line of the tag.
   * @param element whether an element follows, before which no line is content
   * @returns whether there were any
   */
  #leaveLines(node: OpenNode, element = false): boolean {
    if (this.#bounded || node.textStart === undefined) return false;
    if (node.ownLine ? !element && !node.lines : !node.lines) return false;
    const text = trimBlanks(node.texts.join(''));
    if (node.ownLine && !element && /^[0-9a-f\s]*$/.test(text)) return false;
    this.#at = node.ownLine ? node.textStart : (node.lineEnd ?? node.textStart);
    node.texts.length = 0;
    if (!node.ownLine) node.texts.push(text.slice(0, text.indexOf('\n')));
    return true;
  }

  /** Ends all open elements at a line that belongs to nothing, and says so. */
  #tornAt(offset: number): false {
    BLANKS.lastIndex = offset;
    BLANKS.test(this.#text);
    this.#problems.push({ offset: Math.max(offset, BLANKS.lastIndex), message: TORN, hint: TORN_HINT });
    return this.#breakOff();
  }

  /** Where the next line begins, if it is neither another entry of the log nor the end of it. */
  #foreignLine(from: number): number | undefined {
    if (this.#bounded) return undefined;
    const newline = this.#nextNewline(from);
    if (this.#text.slice(from, newline).trim() !== '') return undefined;
    BLANKS.lastIndex = newline;
    BLANKS.test(this.#text);
    const at = BLANKS.lastIndex;
    return at >= this.#text.length || isLogLine(this.#text, at) ? undefined : at;
  }

  /** Ends all open elements where the log breaks off. */
  #breakOff(): false {
    this.#innermost = this.#open.at(-1);
    for (let node = this.#open.pop(); node !== undefined; node = this.#open.pop()) {
      node.cut = true;
      const parent = this.#open.at(-1);
      if (parent !== undefined) this.#append(parent, node);
    }
    return false;
  }

  #append(parent: OpenNode, node: OpenNode): void {
    parent.children.push(this.#finish(node));
  }

  #close(name: string, at: number): void {
    if (!this.#open.some(({ tag }) => tag === name)) {
      this.#problems.push({
        offset: at,
        message: 'A tag closes an element that is not open; it was left out.',
        hint: COPY_WHOLE,
      });
      return;
    }
    for (let node = this.#open.pop(); node !== undefined; node = this.#open.pop()) {
      const last = node.tag === name;
      this.#solid = true;
      if (!last) {
        node.cut = true;
        this.#problems.push({
          offset: node.start,
          message: 'This element is not closed before the one around it is.',
          hint: COPY_WHOLE,
        });
      }
      const parent = this.#open.at(-1);
      if (parent !== undefined) this.#append(parent, node);
      if (last) return;
    }
  }

  #finish(node: OpenNode): CapturedNode {
    const { tag, attributes, children } = node;
    const raw = node.texts.length === 0 ? '' : trim(node.texts.join(''));
    const text = this.#decode(raw);
    let content = node.content;
    let cut = node.cut;
    const mark = node.notation === undefined ? leftOut(text) : undefined;
    if (mark !== undefined) {
      if (mark.size === undefined || children.length > 0 || content !== undefined) cut = true;
      else content = { kind: 'cut', size: mark.size };
    } else if (raw !== '' || node.notation !== undefined) {
      const textAt = node.textStart ?? node.start;
      if (content !== undefined) {
        cut = true;
        this.#problems.push({ offset: textAt, ...BESIDE_CUT });
      } else if (node.notation === undefined && children.length > 0) {
        this.#problems.push({ offset: textAt, ...BESIDE_CHILDREN });
      }
      this.#lookInto(raw, textAt, A_TEXT);
      if (node.notation === 'hex' && /^[0-9a-f]*$/.test(text)) {
        content = { kind: 'bytes', bytes: fromHex(text) };
      } else if (node.notation !== undefined || text !== raw) content = { kind: 'text', text };
      else content = contentOf(text, this.#single === true, cut);
      if (content.kind === 'text' && node.notation === undefined && isCutText(content.text)) {
        content = { kind: 'cut', size: undefined };
      }
    }
    return { tag, attributes, children, content, cut };
  }

  /** Reads a comment or CDATA, if one begins here. */
  #comment(node: OpenNode): boolean {
    const start = this.#at;
    const cdata = this.#text.startsWith('<![CDATA[', start);
    if (!cdata && !this.#text.startsWith('<!--', start)) {
      // Half of a mark at the end of the text.
      const rest = this.#text.length - start < 9 ? this.#text.slice(start) : '';
      if (rest.length < 2 || !('<!--'.startsWith(rest) || '<![CDATA['.startsWith(rest))) return false;
      this.#at = this.#text.length;
      this.#brokenMark = true;
      return true;
    }
    const inner = start + (cdata ? 9 : 4);
    const end = this.#indexOf(cdata ? ']]>' : '-->', inner);
    if (end === -1 || !this.#isOnePiece(inner, end)) {
      // A log that breaks off; the line or the text ends with it.
      this.#at = this.#bounded ? this.#text.length : this.#nextNewline(inner);
      this.#brokenMark = true;
      return true;
    }
    this.#at = end + 3;
    const text = this.#text.slice(inner, end);
    if (cdata) this.#pushText(node, text, start);
    else if (readMark(text.trim(), node)) this.#solid = true;
    else if (text.trim() !== '') {
      this.#problems.push({
        offset: start,
        message: 'A comment was left out.',
        hint: 'Take it away if it is no part of the stanza.',
      });
    }
    return true;
  }

  /** Whether the lines of a comment belong together, and are not those of a log after one that breaks off. */
  #isOnePiece(from: number, end: number): boolean {
    if (this.#bounded) return true;
    let lines = 0;
    for (let at = this.#nextNewline(from); at < end; at = this.#nextNewline(at + 1)) {
      BLANKS.lastIndex = at + 1;
      const first = at + 1 + (BLANKS.exec(this.#text)?.[0].length ?? 0);
      if (++lines > 100 || this.#text[first] === '<' || isLogLine(this.#text, at + 1)) return false;
    }
    return true;
  }

  #indexOf(mark: string, from: number): number {
    const found = this.#found.get(mark);
    if (found !== undefined && found.from <= from && (found.at === -1 || found.at >= from)) return found.at;
    const at = this.#text.indexOf(mark, from);
    this.#found.set(mark, { from, at });
    return at;
  }

  /**
   * Reads an opening tag, and stands behind it. Undefined when there is none; without a node when the text
   * ends inside of its name.
   */
  #tag(): { kind: 'open' | 'closed' | 'broken'; node: OpenNode | undefined } | undefined {
    const text = this.#text;
    const start = this.#at;
    NAME_START.lastIndex = start;
    const tag = NAME_START.exec(text)?.[1];
    if (tag === undefined) {
      if (start + 1 < text.length) return undefined;
      this.#at = text.length;
      return { kind: 'broken', node: undefined };
    }
    let at = start + 1 + tag.length;
    this.#lookInto(tag, start + 1, A_NAME);
    const attributes: CapturedAttribute[] = [];
    const isSecond = secondTimes();
    const end = (
      kind: 'open' | 'closed' | 'broken',
      to: number,
    ): { kind: 'open' | 'closed' | 'broken'; node: OpenNode } => {
      this.#at = to;
      return { kind, node: openNode(tag, start, attributes, to) };
    };
    if (at >= text.length) {
      this.#at = at;
      return { kind: 'broken', node: undefined };
    }
    while (true) {
      BLANKS.lastIndex = at;
      const next = at + (BLANKS.exec(text)?.[0].length ?? 0);
      if (next >= text.length) return end('broken', next);
      if (!this.#bounded && text[next - 1] === '\n' && isLogLine(text, next)) {
        if (attributes.length > 0) return end('broken', at);
        this.#at = at;
        return { kind: 'broken', node: undefined };
      }
      if (text[next] === '>') return end('open', next + 1);
      if (text[next] === '/') {
        if (text[next + 1] === '>') {
          this.#solid = true;
          return end('closed', next + 2);
        }
        if (next + 1 >= text.length) return end('broken', next + 1);
        return attributes.length === 0 ? undefined : this.#unreadable(end('broken', next), next);
      }
      NAME.lastIndex = next;
      const name = next > at || attributes.length > 0 ? NAME.exec(text)?.[0] : undefined;
      if (name === undefined) {
        return attributes.length === 0 ? undefined : this.#unreadable(end('broken', next), next);
      }
      const behind = next + name.length;
      EQUALS.lastIndex = behind;
      const equals = EQUALS.exec(text)?.[0];
      const valueAt = behind + (equals?.length ?? 0);
      if (valueAt >= text.length) return end('broken', text.length);
      const quote = text[valueAt];
      if (equals === undefined || (quote !== '"' && quote !== "'")) {
        if (attributes.length === 0) {
          if (equals !== undefined && /^[a-z][\w-]*$/.test(tag) && /[\w\\]/.test(quote ?? '')) {
            this.#problems.push({
              offset: start,
              message: 'The values of this element stand in no quotes, or in escaped ones; it was not read.',
              hint: 'Put each value into plain quotes, or copy the whole record of the log.',
            });
          }
          return undefined;
        }
        // A line that ends inside of a name, or behind it.
        return this.#unreadable(end('broken', behind), behind);
      }
      if (next === at) this.#problems.push({ offset: next, ...NO_BLANK });
      this.#single ??= quote === "'";
      const value = this.#value(quote, valueAt + 1);
      this.#solid = true;
      if (isSecond(name)) this.#problems.push({ offset: next, ...TWICE });
      this.#lookInto(name, next, A_NAME);
      this.#lookInto(value.text, valueAt + 1, A_VALUE);
      attributes.push({
        name,
        value: this.#decode(value.text),
        cut: value.cut || isCutText(value.text),
      });
      at = value.end;
      if (value.cut) {
        const foreign = this.#foreignLine(at);
        if (foreign !== undefined) {
          this.#problems.push({ offset: foreign, message: TORN, hint: TORN_HINT });
        }
        return end('broken', at);
      }
    }
  }

  #unreadable<T>(result: T, at: number): T {
    this.#problems.push({
      offset: at,
      message: 'Inside of a tag, neither an attribute nor the end of the tag begins here.',
      hint: COPY_WHOLE,
    });
    return result;
  }

  /**
   * Whether what stands behind a quote shows that it ends a value, and is no part of it. Where the text or the
   * line ends there, nothing does: the value may go on in what was cut.
   */
  #endsValue(quote: string, behind: number): 'yes' | 'no' | 'perhaps' {
    AFTER_VALUE.lastIndex = behind;
    const after = AFTER_VALUE.exec(this.#text)?.[0];
    if (after === undefined) return 'no';
    if (after.endsWith('"') || after.endsWith("'")) return 'yes';
    if (!after.endsWith('>')) return 'perhaps';
    if (behind + after.length === this.#text.length && !after.endsWith('/>')) return 'perhaps';
    // More attributes, or the end of a tag: then the > before them is a part of the value, too.
    const inText = quote === '"' ? /[<"\r\n]/g : /[<'\r\n]/g;
    inText.lastIndex = behind + after.length;
    let found = inText.exec(this.#text);
    for (; found?.[0] === quote; found = inText.exec(this.#text)) {
      MORE_OF_TAG.lastIndex = found.index + 1;
      if (MORE_OF_TAG.test(this.#text)) return 'no';
    }
    const words = found === null && ' \t'.includes(this.#text[behind + after.length] ?? '\n');
    return words ? 'perhaps' : 'yes';
  }

  /** Says what a name, a value or a text holds that no stanza does. */
  #lookInto(text: string, start: number, what: string): void {
    this.#suspect ??= maySayWrong(this.#text);
    const wrong = this.#suspect ? wrongIn(text, 'xml', what) : undefined;
    if (wrong !== undefined) {
      this.#problems.push({ offset: start + wrong.index, message: wrong.message, hint: wrong.hint });
    }
    if (what !== A_VALUE || !text.includes('<') || !this.#hasEntities()) return;
    const tag = text.search(/<[\p{L}_/!?]/u);
    if (tag !== -1) this.#problems.push({ offset: start + tag, ...TAG_IN_VALUE });
  }

  #hasEntities(): boolean {
    if (typeof this.#entities === 'function') this.#entities = this.#entities();
    return this.#entities;
  }

  #decode(text: string): string {
    return text.includes('&') && this.#hasEntities() ? decodeEntities(text) : text;
  }

  #value(quote: string, start: number): { text: string; end: number; cut: boolean } {
    const within = WITHIN[quote]?.[this.#bounded ? 1 : 0] as RegExp;
    let at = start;
    while (true) {
      within.lastIndex = at;
      at += within.exec(this.#text)?.[0].length ?? 0;
      if (this.#text[at] !== quote) return { text: this.#text.slice(start, at), end: at, cut: true };
      const ends = this.#endsValue(quote, at + 1);
      if (ends !== 'no') return { text: this.#text.slice(start, at), end: at + 1, cut: ends === 'perhaps' };
      at++;
    }
  }
}

function openNode(tag: string, start: number, attributes: CapturedAttribute[], inside: number): OpenNode {
  return {
    tag,
    start,
    attributes,
    children: [],
    inside,
    content: undefined,
    cut: false,
    texts: [],
    textStart: undefined,
    ownLine: false,
    lineEnd: undefined,
    lines: false,
    notation: undefined,
  };
}

/**
 * Reads a comment that says something: that of whatsmeow for bytes, or one that print-xml.ts writes.
 * @returns whether it is one
 */
function readMark(mark: string, node: OpenNode): boolean {
  const size = /^(\d{1,15}) bytes?$/.exec(mark)?.[1];
  if (size !== undefined) node.content = { kind: 'cut', size: Number(size) };
  else if (mark === 'cut') node.content = { kind: 'cut', size: undefined };
  else if (mark === 'and more' || leftOut(mark) !== undefined || leftOut(`[${mark}]`) !== undefined)
    node.cut = true;
  else if (mark === 'hex' || mark === 'text') node.notation = mark;
  else if (mark.startsWith('cut: ')) {
    const name = decodeEntities(mark.slice(5));
    for (const [index, attribute] of node.attributes.entries()) {
      if (attribute.name === name) node.attributes[index] = { ...attribute, cut: true };
    }
  } else return false;
  return true;
}

/** Takes the blanks around a text away, and those that its lines have before them. */
function trim(text: string): string {
  const trimmed = trimBlanks(text);
  return trimmed.includes('\n') ? trimmed.replace(/\r?\n[ \t]*/g, '\n') : trimmed;
}

function trimBlanks(text: string): string {
  const inner = text.replace(/^[ \t\r\n]+/, '');
  let end = inner.length;
  while (end > 0 && ' \t\r\n'.includes(inner[end - 1] as string)) end--;
  return inner.slice(0, end);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
