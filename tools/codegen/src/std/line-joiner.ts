/**
 * Joins the lines of a long text. A million short strings that live until the end cost more than
 * all that is done with them, so parts of the text are joined early.
 */
export class LineJoiner {
  readonly #parts: string[] = [];
  #lines: string[] = [];

  /** Adds a line, or several, without the last line break. */
  add(text: string): void {
    this.#lines.push(text);
    if (this.#lines.length >= LINES_A_PART) this.#joinPart();
  }

  /** Returns the text; each line ends in a line break. */
  toText(): string {
    this.#joinPart();
    return this.#parts.join("");
  }

  #joinPart(): void {
    this.#lines.push("");
    this.#parts.push(this.#lines.join("\n"));
    this.#lines = [];
  }
}

const LINES_A_PART = 1000;
