/** An element that both a build and a script of a page print, from the same description. */
export interface Element {
  readonly tag: ElementTag;
  readonly className: string | undefined;
  /** Of links. */
  readonly href: string | undefined;
  /** What it is called where its text does not say it. */
  readonly label: string | undefined;
  /** Of spans: whether it is only seen, not read. */
  readonly isSilent?: boolean;
  readonly inside: readonly Inside[];
}

export type ElementTag =
  | 'a'
  | 'b'
  | 'code'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'h3'
  | 'li'
  | 'ol'
  | 'p'
  | 'small'
  | 'span'
  | 'summary'
  | 'ul';

/** A line with a head, or one that turns back to where it began. It is only seen, not read. */
export interface Arrow {
  readonly arrow: 'straight' | 'back';
}

/** What stands in an element: `undefined` and `false` print nothing. */
export type Inside = Element | Arrow | string | number | false | undefined | readonly Inside[];

/** Makes an element, with a class or without. */
export const element = (
  tag: ElementTag,
  className: string | undefined,
  ...inside: readonly Inside[]
): Element => ({ tag, className, href: undefined, label: undefined, inside });

/** A link, or plain text if there is no address. */
export const linkElement = ({
  text,
  href,
}: {
  readonly text: string;
  readonly href: string | undefined;
}): Inside => (href === undefined ? text : { ...element('a', undefined, text), href });

/** Several pieces with commas between them. */
export const listed = (pieces: readonly Inside[]): Inside =>
  pieces.flatMap((piece, i) => (i === 0 ? [piece] : [', ', piece]));
