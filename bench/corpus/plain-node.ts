/** A node as clients hold it; below, how each of them prints it. */
export interface PlainNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly content?: readonly PlainNode[] | Uint8Array;
}

const attributes = (node: PlainNode, write: (name: string, value: string) => string, by: string): string =>
  Object.entries(node.attrs)
    .map(([name, value]) => write(name, value))
    .join(by);

const inside = (
  { content }: PlainNode,
  none: string,
  bytes: (all: Uint8Array) => string,
  nodes: (all: readonly PlainNode[]) => string,
): string => (content === undefined ? none : content instanceof Uint8Array ? bytes(content) : nodes(content));

/** What Rust's Debug prints. */
export function rustOf(node: PlainNode): string {
  const attrs = attributes(node, (name, value) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`, ', ');
  const content = inside(
    node,
    'None',
    (all) => `Some(Bytes([${all.join(', ')}]))`,
    (all) => `Some(Nodes([${all.map(rustOf).join(', ')}]))`,
  );
  return `Node { tag: ${JSON.stringify(node.tag)}, attrs: {${attrs}}, content: ${content} }`;
}

/** What WhatsApp Web holds, as JSON: accounts are objects. */
export function webOf(node: PlainNode): object {
  const attrs = Object.entries(node.attrs).map(([name, value]) => {
    const [, user, device, server] = /^(\d+)(?::(\d+))?@([a-z.]+)$/.exec(value) ?? [];
    if (user === undefined) return [name, value];
    return [name, { _jid: { type: 3, user, device: Number(device ?? 0), domainType: 1, server } }];
  });
  const { content } = node;
  const children = content === undefined || content instanceof Uint8Array ? content : content.map(webOf);
  return { tag: node.tag, attrs: Object.fromEntries(attrs), content: children ?? null };
}

/** What Go's encoding/json makes of a node. */
export function goJsonOf(node: PlainNode): object {
  const { tag, attrs, content } = node;
  const inner =
    content instanceof Uint8Array ? Buffer.from(content).toString('base64') : content?.map(goJsonOf);
  return { Tag: tag, Attrs: attrs, Content: inner ?? null };
}

/** What %#v of Go prints. */
export function goLiteralOf(node: PlainNode): string {
  const attrs = attributes(node, (name, value) => `${JSON.stringify(name)}:${JSON.stringify(value)}`, ', ');
  const content = inside(
    node,
    'interface {}(nil)',
    (all) => `[]uint8{${[...all].map((byte) => `0x${byte.toString(16)}`).join(', ')}}`,
    (all) => `[]binary.Node{${all.map(goLiteralOf).join(', ')}}`,
  );
  return `binary.Node{Tag:${JSON.stringify(node.tag)}, Attrs:binary.Attrs{${attrs}}, Content:${content}}`;
}

/** What %+v of Go prints. */
export function goPrintOf(node: PlainNode): string {
  const attrs = attributes(node, (name, value) => `${name}:${value}`, ' ');
  const content = inside(
    node,
    '<nil>',
    (all) => `[${all.join(' ')}]`,
    (all) => `[${all.map(goPrintOf).join(' ')}]`,
  );
  return `{Tag:${node.tag} Attrs:map[${attrs}] Content:${content}}`;
}

/** What Java prints for Cobalt's record of a node. */
export function cobaltOf(node: PlainNode): string {
  const attrs = attributes(node, (name, value) => `${name}=${value}`, ', ');
  const content = inside(
    node,
    'null',
    (all) => `[${Int8Array.from(all).join(', ')}]`,
    (all) => `[${all.map(cobaltOf).join(', ')}]`,
  );
  return `Node[description=${node.tag}, attributes={${attrs}}, content=${content}]`;
}
