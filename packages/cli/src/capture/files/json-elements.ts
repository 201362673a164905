import type { Buffer } from "node:buffer";
import { KeptBytes } from "./kept-bytes.js";

/** Takes the bytes of one JSON value, the line they begin on, and its number, from 1. */
export type OnElement = (bytes: Buffer, line: number, number: number) => void;

/** A page of a log, which is read whole, is longer than a record. */
const LONGEST_DOCUMENT = 128 * 1024 * 1024;

const [QUOTE, BACKSLASH, NEWLINE, OPEN_BRACKET, OPEN_BRACE] = [34, 92, 10, 91, 123];
const [CLOSE_BRACKET, CLOSE_BRACE] = [93, 125];

/**
 * Finds the objects and arrays at one depth of a JSON document, without parsing the rest and
 * without keeping it: the elements of an array (depth 1), the entries of a HAR (depth 3), or
 * documents that follow each other (depth 0). At other depths than 0 only the elements of an array
 * count.
 */
export class JsonElements {
  readonly #depth: number;
  readonly #onElement: OnElement;
  /** Whether each open bracket is an array's, up to the depth. */
  readonly #isArray: boolean[] = [];
  #level = 0;
  #isInString = false;
  #isEscaped = false;
  #line = 1;
  #startLine = 1;
  #count = 0;
  /** The place in the chunk where the element begins; -1 outside of an element. */
  #start = -1;
  readonly #kept: KeptBytes;
  /** The number of elements that were too long. */
  tooLong = 0;

  constructor(depth: number, onElement: OnElement) {
    this.#depth = depth;
    this.#kept = new KeptBytes(depth === 0 ? LONGEST_DOCUMENT : undefined);
    this.#onElement = onElement;
  }

  /** Whether the document ended in the middle of a value. */
  get isOpen(): boolean {
    return this.#level > 0;
  }

  /** Reads on. The bytes are not kept after an element's end. */
  push(chunk: Buffer): void {
    if (this.#start >= 0) this.#start = 0;
    let index = 0;
    while (index < chunk.length) {
      index = this.#isInString ? this.#skipString(chunk, index) : this.#step(chunk, index);
    }
    if (this.#start >= 0) this.#kept.keep(chunk.subarray(this.#start));
  }

  /** Returns where the string ends, or the chunk. */
  #skipString(chunk: Buffer, from: number): number {
    let index = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      index++;
    }
    while (index < chunk.length) {
      const char = chunk[index];
      if (char === QUOTE) {
        this.#isInString = false;
        return index + 1;
      }
      index += char === BACKSLASH ? 2 : 1;
    }
    this.#isEscaped = index > chunk.length;
    return chunk.length;
  }

  #step(chunk: Buffer, index: number): number {
    const char = chunk[index];
    if (char === QUOTE) this.#isInString = true;
    else if (char === NEWLINE) this.#line++;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) this.#open(char, index);
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) this.#close(chunk, index);
    return index + 1;
  }

  #open(char: number, index: number): void {
    const isWanted = this.#level === this.#depth;
    if (isWanted && (this.#depth === 0 || this.#isArray[this.#depth - 1] === true)) {
      this.#start = index;
      this.#startLine = this.#line;
    }
    if (this.#level < this.#depth) this.#isArray[this.#level] = char === OPEN_BRACKET;
    this.#level++;
  }

  #close(chunk: Buffer, index: number): void {
    if (this.#level === 0) return;
    this.#level--;
    if (this.#level !== this.#depth || this.#start < 0) return;
    const whole = this.#kept.finish(chunk.subarray(this.#start, index + 1));
    this.#start = -1;
    this.#count++;
    if (whole === undefined) this.tooLong++;
    else this.#onElement(whole, this.#startLine, this.#count);
  }
}
