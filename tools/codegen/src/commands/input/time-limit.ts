import { Worker } from "node:worker_threads";
import pc from "picocolors";
import { showInLine } from "../../characters/unseen.js";
import { UserError } from "../../problem/user-error.js";

/** The message to the thread that watches the time of a document. */
export interface TimeLimit {
  readonly milliseconds: number;
  /** The text to print before the process ends. */
  readonly message: string;
  /**
   * Shared by both threads: 1 when one of them has decided that the document was read, or is late.
   */
  readonly decided: Int32Array;
}

/** The option of commands that read documents of strangers. */
export const timeoutOption = {
  summary: "give up after this many seconds, if the document takes too long to read",
  value: "<seconds>",
  default: "60",
} as const;

/**
 * Does what reads a document, and ends the process if that takes longer than `timeout` seconds:
 * some document may take a parser very long. Nothing may be written until it is done.
 */
export async function withTimeLimit<Result>(
  file: string,
  timeout: string,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  if (!/^\d{1,6}(\.\d+)?$/.test(timeout))
    throw new UserError(`--timeout: ${JSON.stringify(timeout)} is not a number of seconds`);
  const what = `${showInLine(file)} takes longer than ${timeout} seconds to read`;
  const message = `${pc.red(`${what}; nothing was written.`)} Give it a part of the document, or more time with --timeout.\n`;
  const decided = new Int32Array(new SharedArrayBuffer(4));
  watch ??= startWatch();
  watch.postMessage({ milliseconds: Number(timeout) * 1000, message, decided } satisfies TimeLimit);
  try {
    return await read();
  } finally {
    // Where it is late, the other thread is ending this process: nothing may be written meanwhile.
    if (Atomics.exchange(decided, 0, 1) === 1) Atomics.wait(decided, 0, 1);
  }
}

/** One thread watches the time of all documents: starting one takes longer than reading most. */
let watch: Worker | undefined;

function startWatch(): Worker {
  const worker = new Worker(new URL("./time-limit-worker.js", import.meta.url));
  worker.unref();
  return worker;
}
