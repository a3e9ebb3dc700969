import type { CapturedNode } from '../../tree/captured-node.ts';
import { finishNode } from './finish-node.ts';
import type { OpenNode } from './open-node.ts';
import type { XmlText } from './xml-text.ts';

/** The elements that are open, each inside the one before it. */
export class OpenElements {
  readonly #xml: XmlText;
  #nodes: OpenNode[] = [];
  /** The element in which the log broke off. */
  innermost: OpenNode | undefined;

  constructor(xml: XmlText) {
    this.#xml = xml;
  }

  get top(): OpenNode | undefined {
    return this.#nodes.at(-1);
  }

  get depth(): number {
    return this.#nodes.length;
  }

  /** Begins a new stanza. */
  begin(root: OpenNode | undefined): void {
    this.#nodes = [];
    this.innermost = root;
  }

  push(node: OpenNode): void {
    this.#nodes.push(node);
  }

  append(parent: OpenNode, node: OpenNode): void {
    parent.children.push(this.finish(node));
  }

  finish(node: OpenNode): CapturedNode {
    return finishNode(this.#xml, node);
  }

  /** Takes a closing tag: ends its element, and reports those inside it that were not closed. */
  close(name: string, at: number): void {
    if (!this.#nodes.some(({ tag }) => tag === name)) {
      this.#xml.report(at, 'xml/not-open');
      return;
    }
    for (let node = this.#nodes.pop(); node !== undefined; node = this.#nodes.pop()) {
      const last = node.tag === name;
      this.#xml.isMarkup = true;
      if (!last) {
        node.cut = true;
        this.#xml.report(node.start, 'xml/not-closed');
      }
      const parent = this.top;
      if (parent !== undefined) this.append(parent, node);
      if (last) return;
    }
  }

  /** Ends all open elements where the log breaks off, and marks them as cut. */
  breakOff(): void {
    this.innermost = this.top;
    for (let node = this.#nodes.pop(); node !== undefined; node = this.#nodes.pop()) {
      node.cut = true;
      const parent = this.top;
      if (parent !== undefined) this.append(parent, node);
    }
  }
}
