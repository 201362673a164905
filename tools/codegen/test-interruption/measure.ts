import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { start } from "../test/start.js";
import { LONGEST } from "./counts.js";
import { addNote } from "./notes.js";
import { copyTwoCatalogs, type TwoCatalogs } from "./two-catalogs.js";
import { waitUntil } from "./wait-until.js";

/**
 * The milliseconds that a run takes to start, to prepare all files, to replace them, and to end.
 */
export interface Timing {
  readonly early: number;
  readonly preparing: number;
  readonly replacing: number;
  readonly late: number;
}

let measured: Timing | undefined;

/**
 * The progress of a run, by the first and the last of the files that differ between the two states.
 */
export function watch(acme: TwoCatalogs) {
  const { a, b } = acme.wanted;
  const files = Object.keys(a).filter((file) => a[file] !== b[file]);
  const first = join(acme.root, files[0] ?? "");
  const last = join(acme.root, files.at(-1) ?? "");
  const before = { first: stamp(first), last: stamp(last) };
  const isReplaced = () => stamp(first) !== before.first;
  return {
    // A run that writes in place has no part files.
    isWriting: () =>
      readdirSync(join(first, "..")).some((file) => file.endsWith(".part")) || isReplaced(),
    isReplaced,
    isDone: () => stamp(last) !== before.last,
  };
}

function stamp(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

/** Measures one run, once for all tests. */
export async function measure(): Promise<Timing> {
  if (measured !== undefined) return measured;
  const acme = await copyTwoCatalogs();
  acme.toggle("b");
  const { isWriting, isReplaced, isDone } = watch(acme);
  const times = [performance.now()];
  const { ended } = start(acme, ["generate"]);
  for (const isReached of [isWriting, isReplaced, isDone]) {
    waitUntil(isReached, LONGEST);
    times.push(performance.now());
  }
  expect(await ended).toMatchObject({ status: 0 });
  times.push(performance.now());
  const [early = 0, preparing = 0, replacing = 0, late = 0] = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0));
  addNote(
    `a run: ${[early, preparing, replacing, late].map((time) => time.toFixed(1)).join(" + ")} ms to start, prepare, replace and end`,
  );
  measured = { early, preparing, replacing, late };
  return measured;
}
