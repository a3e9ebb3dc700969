import { readFile } from './read-file.ts';

/** Long texts of the rows of a list, in files of so many rows each: one is read when a row in it is shown. */
export class TextFiles<T> {
  readonly #files = new Map<number, Promise<readonly T[]>>();
  readonly #folder: string;
  readonly #rows: number;

  constructor(folder: string, rows: number) {
    this.#folder = folder;
    this.#rows = rows;
  }

  /** The text of a row; undefined if it cannot be loaded: the page that the row links to has it. */
  async of(row: number): Promise<T | undefined> {
    const number = Math.floor(row / this.#rows);
    let file = this.#files.get(number);
    if (file === undefined) {
      file = readFile(`${this.#folder}texts-${number}.json`) as Promise<readonly T[]>;
      this.#files.set(number, file);
    }
    return file.then(
      (texts) => texts[row % this.#rows],
      () => undefined,
    );
  }
}
