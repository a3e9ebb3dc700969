/** Thrown when every placeholder of a kind is in use: with a placeholder in common, two values would look like one. */
export class OutOfPlaceholders extends Error {
  /** What there are too many of, such as `IPv4 addresses`. */
  readonly what: string;
  readonly most: number;

  constructor(what: string, most: number) {
    super(`There are more than ${most} different ${what}.`);
    this.name = 'OutOfPlaceholders';
    this.what = what;
    this.most = most;
  }
}
