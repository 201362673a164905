const OPENING: readonly unknown[] = ["{", "[", "("];

/**
 * Tells which lines of a text belong to the line before: those of an object that it opens at its
 * end, and those of the stack of an exception.
 */
export class ContinuedLines {
  /** The indent of the line that the last ones belong to. */
  #indent: number = Number.POSITIVE_INFINITY;
  #isOpen = false;

  /** Whether the next line, which is not blank, belongs to the line before. */
  continues(line: string): boolean {
    const indent = line.length - line.trimStart().length;
    const opens = OPENING.includes(line.trimEnd().at(-1));
    const isEnd = this.#isOpen && indent === this.#indent && /^\s*[}\])]/.test(line);
    const isInside = indent > this.#indent && (this.#isOpen || /^\s+at\s/.test(line));
    this.#isOpen = isInside ? this.#isOpen || opens : opens;
    if (!isInside && !isEnd) this.#indent = indent;
    return isInside || isEnd;
  }
}
