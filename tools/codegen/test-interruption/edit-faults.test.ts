import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Workspace } from "../test/acme.js";
import { codegenAt } from "../test/run.js";
import {
  argsOf,
  hiddenIn,
  prepare,
  SCENARIOS,
  type Scenario,
  type Texts,
  textsOf,
} from "./edit-scenarios.js";
import { type DiskFault, onFailingDisk } from "./failing-disk.js";

const CODES = ["ENOSPC", "EROFS", "EIO"] as const;

/** More changes than any of the commands makes. */
const MANY = 200;

test.each(SCENARIOS.map((scenario) => [scenario.args.slice(0, 2).join(" "), scenario] as const))(
  "%s on a disk that fails at any of its changes says what failed, loses nothing, and can be run again",
  async (_, scenario) => {
    const acme = await prepare(scenario);
    const before = textsOf(acme);
    await run(acme, scenario);
    const attempt: Attempt = { acme, scenario, before, after: textsOf(acme) };
    const faults: DiskFault[] = CODES.flatMap((code) =>
      Array.from({ length: MANY }, (_each, after) => ({ code, after })),
    );
    const passed = new Set<DiskFault["code"]>();
    const wrong: unknown[] = [];
    for (const fault of faults) {
      if (passed.has(fault.code)) continue;
      const found = await fail(attempt, fault);
      if (found === "nothing failed") passed.add(fault.code);
      else wrong.push(...found.map((each) => [fault, each]));
    }
    expect(wrong).toEqual([]);
    expect([...passed]).toEqual(CODES);
  },
);

/** A command, and the files without a fault. */
interface Attempt {
  readonly acme: Workspace;
  readonly scenario: Scenario;
  readonly before: Texts;
  readonly after: Texts;
}

/** Runs a command on a failing disk and once more on a whole one, and returns what is wrong. */
async function fail(
  { acme, scenario, before, after }: Attempt,
  fault: DiskFault,
): Promise<readonly string[] | "nothing failed"> {
  restore(acme, before);
  const { result, failed } = await onFailingDisk(acme.root, fault, () => run(acme, scenario));
  if (failed === 0) return "nothing failed";
  const left = textsOf(acme);
  const halves = Object.keys({ ...before, ...left }).filter(
    (file) => left[file] !== before[file] && left[file] !== after[file],
  );
  const { status, output } = result;
  const isSaid = status === 1 && /^cannot \w+ \S+: E[A-Z]+: [^\n]*; /m.test(output);
  const isDone = status === 0 && isSame(left, after);
  const isTrue = !output.includes("nothing was changed") || isSame(left, before);
  const hidden = hiddenIn(acme);
  const leftovers = fault.code === "ENOSPC" ? hidden : [];
  // A lock counts as long as its process lives: that of a command has ended.
  for (const file of hidden.filter((each) => each.endsWith(".lock"))) rmSync(join(acme.root, file));
  const again = isDone ? result : await run(acme, scenario);
  return [
    ...halves.map((file) => `${file} is neither as before nor as after`),
    ...leftovers.map((file) => `${file} is left`),
    ...(isDone || isSaid ? [] : [`does not say what failed: ${output}`]),
    ...(isTrue ? [] : [`says that nothing was changed: ${output}`]),
    ...(output.includes("    at ") ? [`prints a stack: ${output}`] : []),
    ...(again.status === 0 ? [] : [`cannot be run again: ${again.output}`]),
    ...(isSame(textsOf(acme), after) ? [] : ["is not completed by the next run"]),
  ];
}

function restore({ root }: Workspace, texts: Texts): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

function isSame(one: Texts, other: Texts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function run(acme: Workspace, scenario: Scenario) {
  const { catalog, args, cwd } = argsOf(acme, scenario);
  return codegenAt(cwd, ...args, "--catalog", catalog);
}
