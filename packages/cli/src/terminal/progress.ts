import { formatBytes } from "./format-number.js";

/** The terminal that progress is shown on. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const EVERY_MS = 200;

/** Shows on a terminal how much was read, how fast, and how long the rest takes. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #total: number | undefined;
  readonly #now: () => number;
  readonly #started: number;
  #shown: number;
  #done = 0;
  #isVisible = false;

  /** `total` is how many bytes there are; `undefined` if nobody knows, as of standard input. */
  constructor(stream: ProgressStream, total: number | undefined, now: () => number = Date.now) {
    this.#stream = stream;
    this.#total = total;
    this.#now = now;
    this.#started = now();
    this.#shown = this.#started;
  }

  /** Takes how many more bytes were read. */
  add(bytes: number): void {
    this.#done += bytes;
    if (this.#stream.isTTY !== true) return;
    const now = this.#now();
    if (now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    this.#isVisible = true;
    this.#stream.write(`\r\u001b[K${this.#describe(now - this.#started)}`);
  }

  /** Removes what is shown. */
  clear(): void {
    if (this.#isVisible) this.#stream.write("\r\u001b[K");
    this.#isVisible = false;
  }

  #describe(elapsed: number): string {
    const rate = (this.#done / Math.max(1, elapsed)) * 1000;
    const speed = `${formatBytes(rate)}/s`;
    if (this.#total === undefined) return `${formatBytes(this.#done)}, ${speed}`;
    const share = Math.floor((100 * this.#done) / Math.max(1, this.#total));
    const left = Math.max(0, this.#total - this.#done) / rate;
    return `${share} % of ${formatBytes(this.#total)}, ${speed}, ${formatDuration(left)} left`;
  }
}

function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
