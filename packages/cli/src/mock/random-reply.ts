import { entries } from "../generated/entries.js";
import { readReply } from "./read-reply.js";
import { type ItemReply, type Reply, type Report, SUCCESS } from "./reply.js";

/** The rate and the kinds of random failures. */
export interface RandomOptions {
  /** From 0 to 1. */
  readonly rate: number;
  /** The same seed fails the same requests in the same way. */
  readonly seed: number;
  /** The failures to choose from: first a group, then a failure in it. */
  readonly failures: readonly (readonly Reply[])[];
}

/** The failures of a connection that a program has to survive. */
const CONNECTION = ["timeout", "reset", "cut-off", "empty", "http-502", "http-429"];

/**
 * Returns the failures that a program has to survive: those of a connection, and the errors that
 * leave open what happened, or that only ask to wait. (An error such as "not found" would be a lie
 * at random.)
 */
export function survivableFailures(): readonly (readonly Reply[])[] {
  const names = entries
    .filter(({ retired }) => retired === undefined)
    .filter(({ outcome, retry }) => outcome === "unknown" || retry === "after-delay")
    .map(({ name }) => name);
  return [CONNECTION, names].map(readAll).filter((group) => group.length > 0);
}

function readAll(words: readonly string[]): readonly Reply[] {
  return words.flatMap((word) => readReply(word, "", () => undefined) ?? []);
}

/** Reads a list of failures, such as `timeout,http-502,-1007`, to choose from. */
export function readFailures(text: string, report: Report): readonly (readonly Reply[])[] {
  return [text.split(",").flatMap((word) => readReply(word, "--failures", report) ?? [])];
}

/**
 * Returns the failure of the n-th request; undefined where it does not fail. A request for several
 * things fails as a whole, of which any part may have been executed, or some of its items fail.
 */
export function randomReply(
  { rate, seed, failures }: RandomOptions,
  n: number,
  items: number,
): Reply | undefined {
  const random = createRandom(seed, n);
  if (random() >= rate) return undefined;
  const reply = pick(pick(failures, random()) ?? [], random());
  if (reply === undefined) return undefined;
  const settle = <Open extends Reply | ItemReply>(open: Open): Open =>
    reply.isOpen ? { ...open, executed: random() < 0.5 } : open;
  if (items === 0) return settle(reply);
  const each = (itemAt: (index: number) => ItemReply): readonly ItemReply[] =>
    Array.from({ length: items }, (_, index) => itemAt(index));
  if (reply.kind !== "error" || random() < 0.5) {
    const executed = reply.isOpen || reply.executed;
    return { ...reply, executed, items: each(() => settle(SUCCESS)) };
  }
  const failed = Math.floor(random() * items);
  const replyAt = (index: number) => (index === failed || random() < 0.5 ? settle(reply) : SUCCESS);
  return { ...SUCCESS, kind: "batch", items: each(replyAt) };
}

function pick<Item>(list: readonly Item[], random: number): Item | undefined {
  return list[Math.floor(random * list.length)];
}

/** Returns numbers from 0 to below 1 that follow from the seed and a count alone (mulberry32). */
function createRandom(seed: number, n: number): () => number {
  let state = (seed ^ Math.imul(n, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
