import type { Arrow, Element, Inside } from '../../../html/element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An element in the page; a build prints the same with elementHtml(). */
export function elementNode(one: Element): HTMLElement {
  const node = document.createElement(one.tag);
  if (one.className !== undefined) node.className = one.className;
  if (one.href !== undefined && node instanceof HTMLAnchorElement) node.href = one.href;
  if (one.label !== undefined) node.setAttribute('aria-label', one.label);
  if (one.isSilent === true) node.setAttribute('aria-hidden', 'true');
  append(node, one.inside);
  return node;
}

function append(node: HTMLElement, inside: Inside): void {
  if (inside === undefined || inside === false) return;
  if (typeof inside !== 'object') node.append(String(inside));
  else if (isList(inside)) for (const one of inside) append(node, one);
  else node.append('arrow' in inside ? arrowNode(inside) : elementNode(inside));
}

const isList = (inside: Element | Arrow | readonly Inside[]): inside is readonly Inside[] =>
  Array.isArray(inside);

function arrowNode({ arrow }: Arrow): SVGElement {
  const parts =
    arrow === 'straight'
      ? [
          svg('line', { class: 'line', x1: '0', x2: '100%', y1: '6', y2: '6' }),
          svg('svg', { x: '100%', y: '6' }, svg('path', { d: 'M0 0-9-5V5z' })),
        ]
      : [svg('path', { class: 'line', d: 'M0 5H26V19H5' }), svg('path', { d: 'M0 19 9 14V24z' })];
  return svg('svg', { class: 'arrow', 'aria-hidden': 'true' }, ...parts);
}

function svg(
  tag: 'svg' | 'line' | 'path',
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly SVGElement[]
): SVGElement {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...inside);
  return node;
}
