/** The fragment that leads to an anchor. */
export function fragment(anchor: string): string {
  return `#${readable(anchor)}`;
}

/** A text for a fragment or a query: what is allowed there and reads well is not encoded. */
export const readable = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%(?:40|2F|3A|2C)/g, decodeURIComponent);

/** The fragment that leads to a record of a trace on the page of its capture; '' for the whole capture. */
export const recordFragment = (record: number | undefined): string =>
  record === undefined ? '' : `#${record}`;
