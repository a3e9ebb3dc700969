import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import type { CapturedNode } from '../../tree/captured-node.ts';
import { MAX_NODE_DEPTH } from '../../tree/max-node-depth.ts';
import { leftOut } from '../left-out.ts';
import type { OpenEnd } from '../open-end.ts';
import { Declarations } from './declarations.ts';
import { endOfEntry, isOnePiece, leaveLines, noteLines } from './end-of-entry.ts';
import { OpenElements } from './open-elements.ts';
import { type OpenNode, pushText } from './open-node.ts';
import { readPrinterMark } from './read-printer-mark.ts';
import { readTag, type Tag } from './read-tag.ts';
import { trimBlanks } from './trim-blanks.ts';
import { XmlText } from './xml-text.ts';

export interface ReadXmlLike {
  /** Undefined if no stanza begins there. */
  readonly root: CapturedNode | undefined;
  /** Where to go on. */
  readonly end: number;
  /** Whether the text ended before the element did. */
  readonly unfinished: boolean;
  /** Where it ended, if the stanza did not, apart from blanks. */
  readonly open?: OpenEnd;
}

const CLOSING = /<\/([^\s<>"'=/]+)[ \t\r\n]*>/y;
const CLOSING_PART = /<\/[^\s<>"'=/]*[ \t\r\n]*$/y;
const COMMENT = '<!--';
const CDATA = '<![CDATA[';
/** Longer texts are no marks of something that was left out. */
const MAX_MARK = 200;

/** What became of a place in an element: it was read, it is something else, or the stanza ends at it. */
type Step = 'read' | 'other' | 'ended';

/** Reads elements in one text. */
export class XmlLikeReader {
  readonly #xml: XmlText;
  readonly #open: OpenElements;
  readonly #declarations: Declarations;
  #at = 0;
  /** How many elements are open that are nested too deeply and therefore skipped. */
  #skipped = 0;
  /** Where words in brackets are nested too deeply. */
  #deep: number | undefined;
  /** The tag that breaks off. */
  #broken: Tag | undefined;

  /**
   * @param bounded whether the text is a single value, in which nothing of the log follows
   * @param problems receives what could not be read, by its offset in the text
   */
  constructor(text: string, bounded: boolean, problems: ProblemAt[]) {
    this.#xml = new XmlText(text, bounded, problems);
    this.#open = new OpenElements(this.#xml);
    this.#declarations = new Declarations(this.#xml);
  }

  /**
   * Reads the element that begins at a `<`, as loosely as logs print one: either kind of quotes, nothing escaped in
   * values, any indentation, a missing end. Where the log breaks off, all open elements are marked as cut.
   * @param entities whether &amp; stands for &; Baileys and whatsmeow print values unescaped
   */
  read(start: number, entities: () => boolean): ReadXmlLike {
    const xml = this.#xml;
    const { length } = xml.text;
    xml.begin(entities);
    this.#deep = undefined;
    this.#broken = undefined;
    const problems = xml.problems.length;
    const tag = readTag(xml, start);
    this.#at = tag?.end ?? start + 1;
    this.#open.begin(tag?.node);
    if (tag === undefined) return { root: undefined, end: this.#at, unfinished: false };
    const root = tag.node;
    if (root === undefined) return { root, end: this.#at, unfinished: this.#at >= length };
    let closed = tag.kind === 'closed';
    if (tag.kind === 'broken') {
      root.cut = true;
      this.#broken = tag;
    }
    if (tag.kind === 'open') {
      this.#open.push(root);
      closed = this.#readInside();
    }
    const unfinished = this.#at >= length && !closed;
    if (!xml.isMarkup) {
      // Words in brackets that are not elements, such as <anonymous>. A stanza may follow them.
      xml.problems.length = problems;
      if (this.#deep !== undefined) {
        xml.problems.push(problemAt(this.#deep, 'node/too-deep'));
        return { root: undefined, end: this.#deep, unfinished: false };
      }
      const { inside, textStart } = this.#open.innermost ?? root;
      return { root: undefined, end: inside, unfinished: unfinished && textStart === undefined };
    }
    this.#declarations.reportBefore(start, this.#at);
    // What is inside a part of a stanza that has the same tag may close that one.
    const isOpen =
      !closed && xml.endOfBlanks(this.#at) >= length && !xml.text.trimEnd().endsWith(`</${root.tag}>`);
    const open = isOpen ? { open: this.#openEnd(root.tag) } : {};
    return { root: this.#open.finish(root), end: this.#at, unfinished, ...open };
  }

  /** Where the text ends, if a stanza does not. */
  #openEnd(root: string): OpenEnd {
    const around = this.#open.innermost?.tag ?? root;
    if (this.#broken === undefined || this.#broken.name === '') return { tag: around };
    const { name, node, ended } = this.#broken;
    if (node === undefined) return { tag: name, ended: { kind: 'tag' } };
    return { tag: name, ...(ended === undefined ? {} : { ended }) };
  }

  /** Reads the content of the open elements. False when the text breaks off before the outermost one ends. */
  #readInside(): boolean {
    this.#skipped = 0;
    for (let node = this.#open.top; node !== undefined; node = this.#open.top) {
      if (!this.#readText(node)) return this.#breakOff();
      let step = this.#readComment(node);
      if (step === 'other') step = this.#readClosingTag();
      if (step === 'other') step = this.#readChild(node);
      if (step === 'ended') return this.#breakOff();
    }
    return true;
  }

  /** Reads text up to the next `<`. False when the stanza ends before it. */
  #readText(node: OpenNode): boolean {
    const xml = this.#xml;
    const from = this.#at;
    const next = xml.text.indexOf('<', from);
    const end = next === -1 ? xml.text.length : next;
    const until = endOfEntry(xml, from, end);
    if (this.#skipped === 0) {
      const foreign = this.#addText(node, from, until);
      if (foreign !== undefined) {
        this.#tearAt(foreign);
        return false;
      }
    }
    this.#at = until;
    if (until === end && next !== -1) return true;
    const left = leaveLines(xml, node);
    if (left !== undefined) this.#tearAt(left);
    return false;
  }

  /** Adds text to an element. Returns where it begins if it is what follows the stanza in the log. */
  #addText(node: OpenNode, from: number, to: number): number | undefined {
    if (to === from) return undefined;
    const xml = this.#xml;
    const start = xml.endOfBlanks(from);
    // Dots, or a word in brackets, in place of something that was not printed.
    if (start < to && to - start < MAX_MARK && node.textStart === undefined) {
      const mark = leftOut(xml.decode(trimBlanks(xml.text.slice(start, to))));
      if (mark !== undefined) {
        if (mark.size === undefined || node.children.length > 0 || node.content !== undefined)
          node.cut = true;
        else node.content = { kind: 'cut', size: mark.size };
        return undefined;
      }
    }
    if (start < to && node.textStart === undefined) {
      node.textStart = start;
      node.ownLine = xml.text.slice(from, start).includes('\n');
      if (node.ownLine && node.children.length > 0 && !xml.bounded) return start;
    }
    noteLines(xml, node, from, to);
    node.texts.push(xml.text.slice(from, to));
    return undefined;
  }

  /** Reads a comment or CDATA. */
  #readComment(node: OpenNode): Step {
    const xml = this.#xml;
    const start = this.#at;
    const cdata = xml.text.startsWith(CDATA, start);
    if (!cdata && !xml.text.startsWith(COMMENT, start)) {
      // The text may end inside the beginning of one.
      const rest = xml.text.length - start < CDATA.length ? xml.text.slice(start) : '';
      if (rest.length < 2 || !(COMMENT.startsWith(rest) || CDATA.startsWith(rest))) return 'other';
      this.#at = xml.text.length;
      return 'ended';
    }
    const inner = start + (cdata ? CDATA : COMMENT).length;
    const end = xml.indexOf(cdata ? ']]>' : '-->', inner);
    if (end === -1 || !isOnePiece(xml, inner, end)) {
      // The log breaks off: the line or the text ends with it.
      this.#at = xml.bounded ? xml.text.length : xml.nextNewline(inner);
      return 'ended';
    }
    this.#at = end + 3;
    const text = xml.text.slice(inner, end);
    if (cdata) pushText(node, text, start);
    else if (readPrinterMark(text.trim(), node)) xml.isMarkup = true;
    else if (text.trim() !== '') xml.report(start, 'xml/comment');
    return 'read';
  }

  #readClosingTag(): Step {
    const { text } = this.#xml;
    const start = this.#at;
    if (text[start + 1] !== '/') return 'other';
    CLOSING.lastIndex = start;
    const closing = CLOSING.exec(text);
    if (closing !== null) {
      this.#at = start + closing[0].length;
      if (this.#skipped > 0) this.#skipped--;
      else this.#open.close(closing[1] ?? '', start);
      return 'read';
    }
    CLOSING_PART.lastIndex = start;
    if (!CLOSING_PART.test(text)) return 'other';
    this.#at = text.length;
    return 'ended';
  }

  #readChild(node: OpenNode): Step {
    const xml = this.#xml;
    const start = this.#at;
    const isMarkup = xml.isMarkup;
    const problems = xml.problems.length;
    const tag = readTag(xml, start);
    if (tag === undefined) {
      if (this.#declarations.begins(start)) xml.report(start, 'xml/declaration');
      this.#at = start + 1;
      if (this.#skipped === 0) pushText(node, '<', start);
      return 'read';
    }
    this.#at = tag.end;
    const child = tag.node;
    if (tag.kind === 'broken') this.#broken = tag;
    if (child === undefined) return 'ended';
    // Text that is followed by an element is not content, but the next part of the log.
    const noise = !isMarkup && node.textStart !== undefined;
    const left = noise || this.#skipped > 0 ? undefined : leaveLines(xml, node, true);
    if (noise || left !== undefined) {
      xml.isMarkup = isMarkup;
      xml.problems.length = problems;
      if (left !== undefined) this.#tearAt(left);
      return 'ended';
    }
    if (this.#open.depth + this.#skipped >= MAX_NODE_DEPTH) return this.#skip(node, tag, start);
    if (tag.kind === 'open') {
      this.#open.push(child);
      return 'read';
    }
    if (tag.kind === 'broken') child.cut = true;
    this.#open.append(node, child);
    return tag.kind === 'broken' ? 'ended' : 'read';
  }

  /** Leaves out an element that is nested too deeply. */
  #skip(node: OpenNode, tag: Tag, start: number): Step {
    if (!this.#xml.isMarkup) {
      this.#deep = start;
      return 'ended';
    }
    if (!node.cut) this.#xml.report(start, 'node/too-deep');
    node.cut = true;
    if (tag.kind === 'open') this.#skipped++;
    return tag.kind === 'broken' ? 'ended' : 'read';
  }

  /** Goes back to a line that is neither a part of the stanza nor an entry of the log, and reports it. */
  #tearAt(offset: number): void {
    this.#at = offset;
    this.#xml.report(this.#xml.endOfBlanks(offset), 'xml/torn');
  }

  /** Ends all open elements where the log breaks off. */
  #breakOff(): false {
    this.#open.breakOff();
    return false;
  }
}
