import { Buffer } from "node:buffer";

/** A longer line or value is passed over: no record of one response is as long. */
const LONGEST_BYTES = 16 * 1024 * 1024;

/** The bytes of a line or a value that began in an earlier chunk of a stream. */
export class KeptBytes {
  #parts: Buffer[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Keeps bytes until the rest comes; only counts them where they are too many. */
  keep(bytes: Buffer): void {
    this.#length += bytes.length;
    // The stream may use its chunk again.
    if (this.#length <= LONGEST_BYTES) this.#parts.push(Buffer.from(bytes));
    else this.#parts = [];
  }

  /** Returns what was kept and the last bytes, and keeps nothing; undefined if it is too long. */
  finish(last: Buffer): Buffer | undefined {
    const isTooLong = this.#length + last.length > LONGEST_BYTES;
    const parts = this.#parts;
    this.#parts = [];
    this.#length = 0;
    if (isTooLong) return undefined;
    return parts.length === 0 ? last : Buffer.concat([...parts, last]);
  }
}
