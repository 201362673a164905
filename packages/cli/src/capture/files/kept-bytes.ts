import { Buffer } from "node:buffer";

/** A longer record of one response is passed over: none is as long. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/** The bytes of a line or a value that began in an earlier chunk of a stream. */
export class KeptBytes {
  readonly #longest: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(longest: number = LONGEST_RECORD) {
    this.#longest = longest;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Keeps bytes until the rest comes; only counts them where they are too many. */
  keep(bytes: Buffer): void {
    this.#length += bytes.length;
    // The stream may use its chunk again.
    if (this.#length <= this.#longest) this.#parts.push(Buffer.from(bytes));
    else this.#parts = [];
  }

  /** Returns what was kept and the last bytes, and keeps nothing; undefined if it is too long. */
  finish(last: Buffer): Buffer | undefined {
    const isTooLong = this.#length + last.length > this.#longest;
    const parts = this.#parts;
    this.#parts = [];
    this.#length = 0;
    if (isTooLong) return undefined;
    return parts.length === 0 ? last : Buffer.concat([...parts, last]);
  }
}
