/** An element with its class and what stands in it: texts and other elements, never markup. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...inside);
  return element;
}
