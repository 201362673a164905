import { ContinuedLines } from "../../text/continued-lines.js";

/** More characters than an object with an answer in it has. */
const MAX_LENGTH = 100_000;

/** An object that a log prints over several lines, as Node prints an exception. */
export class PrintedObject {
  readonly #continued = new ContinuedLines();
  #lines: string[] = [];
  #length = 0;
  #number = 0;
  #hasAnswer = false;

  /** Takes the next line; returns what ended before it, if that may have an answer in it. */
  next(line: string, number: number): { readonly text: string; readonly line: number } | undefined {
    const ended = this.#continued.continues(line) ? undefined : this.end();
    if (this.#lines.length === 0) this.#number = number;
    if (this.#length < MAX_LENGTH) this.#lines.push(line);
    this.#length += line.length;
    return ended;
  }

  /** Notes that a line has an answer: the object as a whole has no other. */
  skip(): void {
    this.#hasAnswer = true;
  }

  /** Returns what was taken, if it may have an answer in it, and forgets it. */
  end(): { readonly text: string; readonly line: number } | undefined {
    const text = this.#hasAnswer || this.#lines.length < 2 ? "" : this.#lines.join("\n");
    const line = this.#number;
    this.#lines = [];
    this.#length = 0;
    this.#hasAnswer = false;
    return text.includes("{") ? { text, line } : undefined;
  }
}
