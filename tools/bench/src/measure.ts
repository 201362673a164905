import { type Timing, timingOf } from "./spread.js";

/** One contender of a comparison: a pass over all inputs. */
export interface Contender {
  readonly name: string;
  /** Returns something that depends on every answer, so that no work can be optimized away. */
  readonly pass: () => number;
}

/** The number of loops. */
let loops = 0;

/**
 * Makes a separate loop for each contender: in a shared loop the engine would see every function at
 * one call and inline none of them. Code of the same text is one loop to the engine, so each has
 * its number in it. The loop counts the truthy answers and keeps the last one, so that no answer is
 * optimized away.
 */
export function makePass<Input>(
  one: (input: Input) => boolean | object,
  inputs: readonly Input[],
): () => number {
  const code = `/* ${loops++} */ let yes = 0; for (const input of inputs) { kept = one(input); if (kept) yes++; } return yes;`;
  return new Function("one", "inputs", `let kept; return () => { ${code} };`)(
    one,
    inputs,
  ) as () => number;
}

let sink = 0;

/**
 * Times contenders in one process, in turns, so that a disturbance affects all of them. Returns
 * nanoseconds of processor time for one input: by the clock, other programs would count too.
 */
export function measure(
  contenders: readonly Contender[],
  inputs: number,
  { warmUp = 400, rounds = 41, slice = 8 } = {},
): Map<string, Timing> {
  const repeats = new Map<string, number>();
  for (const { name, pass } of contenders) {
    let passes = 0;
    const started = performance.now();
    while (performance.now() - started < warmUp || passes < 3) {
      sink += pass();
      passes++;
    }
    // Each turn takes about `slice` milliseconds.
    repeats.set(name, Math.max(1, Math.round((passes * slice) / (performance.now() - started))));
  }
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, pass } of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      const passes = repeats.get(name) ?? 1;
      const started = process.cpuUsage();
      for (let repeat = 0; repeat < passes; repeat++) sink += pass();
      const { user, system } = process.cpuUsage(started);
      times.get(name)?.push(((user + system) * 1000) / passes / inputs);
    }
  }
  if (!Number.isFinite(sink)) throw new Error("unreachable: this keeps the results alive");
  return new Map([...times].map(([name, values]) => [name, timingOf(values)]));
}
