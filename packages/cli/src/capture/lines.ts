import { Buffer } from "node:buffer";

const NEWLINE = 10;

/** A longer line or value is passed over: no record of one response is as long. */
export const LONGEST_BYTES: number = 16 * 1024 * 1024;

/** Splits bytes into lines without their line breaks. `readline` takes four times as long. */
export class Lines {
  readonly #onLine: (line: string, number: number) => void;
  #parts: Buffer[] = [];
  #partBytes = 0;
  #number = 0;
  /** How many lines were too long. */
  tooLong = 0;

  constructor(onLine: (line: string, number: number) => void) {
    this.#onLine = onLine;
  }

  /** Reads on. The bytes are not kept. */
  push(chunk: Buffer): void {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      this.#number++;
      if (this.#partBytes === 0) this.#onLine(chunk.toString("utf8", from, to), this.#number);
      else this.#finish(chunk.subarray(from, to));
      from = to + 1;
    }
    if (from < chunk.length) this.#keep(chunk.subarray(from));
  }

  /** Takes the last line, if no line break ends it. */
  end(): void {
    if (this.#partBytes === 0) return;
    this.#number++;
    this.#finish(Buffer.alloc(0));
  }

  #finish(last: Buffer): void {
    if (this.#partBytes + last.length > LONGEST_BYTES) this.tooLong++;
    else this.#onLine(Buffer.concat([...this.#parts, last]).toString("utf8"), this.#number);
    this.#parts = [];
    this.#partBytes = 0;
  }

  #keep(bytes: Buffer): void {
    this.#partBytes += bytes.length;
    // The stream may use its chunk again.
    if (this.#partBytes <= LONGEST_BYTES) this.#parts.push(Buffer.from(bytes));
    else this.#parts = [];
  }
}
