import { type BigIntStats, statSync } from "node:fs";
import { readRegularText } from "./read-regular-file.js";

/** The texts of files as they were read last, by path. */
export type KnownTexts = Map<string, { readonly state: string; readonly text: string }>;

/**
 * Reads a file, unless its times, its size and its inode are those that it had when it was read
 * last. Git too takes such a file for unchanged.
 */
export function readKnownText(path: string, known: KnownTexts): string {
  const stats = statSync(path, { bigint: true });
  const { mtimeNs, ctimeNs, size, ino, dev } = stats;
  const state = [mtimeNs, ctimeNs, size, ino, dev].join(" ");
  const last = known.get(path);
  if (last?.state === state) return last.text;
  // Before reading: another change in the same tick may come while the file is read.
  const settled = isSettled(stats);
  const text = readRegularText(path);
  if (settled) known.set(path, { state, text });
  else known.delete(path);
  return text;
}

/** The longest time between two ticks of the clock that a disk takes its times from. */
const TICK_MS = 50;

/** The same for disks that count in seconds, or in two. */
const COARSE_TICK_MS = 2_000;

/** Whether the times of a file tell its last change from the next one. */
function isSettled({ mtimeNs, ctimeNs }: BigIntStats): boolean {
  const changed = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  const isCoarse = changed % 1_000_000n === 0n;
  const age = Date.now() - Number(changed / 1_000_000n);
  return age > (isCoarse ? COARSE_TICK_MS : TICK_MS);
}
