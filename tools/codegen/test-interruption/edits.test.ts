import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Workspace } from "../test/acme.js";
import { codegenAt } from "../test/run.js";
import { start } from "../test/start.js";
import { EDIT_KILLS, LONGEST } from "./counts.js";
import {
  argsOf,
  hiddenIn,
  prepare,
  SCENARIOS,
  type Scenario,
  type Texts,
  textsOf,
} from "./edit-scenarios.js";
import { addNote } from "./notes.js";
import { waitUntil } from "./wait-until.js";

const SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"] as const;

test(`commands that write hand-edited files, killed ${EDIT_KILLS} times, lose no edit, leave no half file, and can be run again`, async () => {
  const seen = { before: 0, between: 0, after: 0, leftovers: 0 };
  const wanted: Uninterrupted[] = [];
  for (const scenario of SCENARIOS) wanted.push(await runUninterrupted(scenario));
  for (let kill = 0; kill < EDIT_KILLS; kill += 1) {
    const index = kill % SCENARIOS.length;
    const scenario = SCENARIOS[index] as Scenario;
    const { after, milliseconds } = wanted[index] as Uninterrupted;
    const acme = await prepare(scenario);
    const before = textsOf(acme);
    const signal = SIGNALS[Math.floor(kill / SCENARIOS.length) % SIGNALS.length] as NodeJS.Signals;
    await killAtRandom(acme, scenario, { signal, isAimed: kill % 3 !== 0, milliseconds });
    if (hiddenIn(acme).length > 0) seen.leftovers += 1;
    const left = textsOf(acme);
    const what = `${scenario.args.join(" ")} (${signal})`;
    const halves = Object.keys({ ...before, ...left }).filter(
      (file) => left[file] !== before[file] && left[file] !== after[file],
    );
    expect(halves, what).toEqual([]);
    if (isSame(left, after)) seen.after += 1;
    else {
      seen[isSame(left, before) ? "before" : "between"] += 1;
      const { catalog, args, cwd } = argsOf(acme, scenario);
      const again = await codegenAt(cwd, ...args, "--catalog", catalog);
      expect(again.status, `${what}: ${again.output}`).toBe(0);
      expect(hiddenIn(acme), what).toEqual([]);
    }
    expect(textsOf(acme), what).toEqual(after);
  }
  addNote(
    `${EDIT_KILLS} kills of ${SCENARIOS.length} commands that edit: ${seen.before} before the first file, ${seen.between} between two, ${seen.after} after the last; ${seen.leftovers} left hidden files`,
  );
  // If all kills missed the writing, the test would prove nothing.
  expect(seen.before).toBeGreaterThan(0);
  expect(seen.after).toBeGreaterThan(0);
});

/** The files of a command when nothing interrupts it, and the time that it takes. */
interface Uninterrupted {
  readonly after: Texts;
  readonly milliseconds: number;
}

async function runUninterrupted(scenario: Scenario): Promise<Uninterrupted> {
  const acme = await prepare(scenario);
  const began = performance.now();
  const { status, output } = await run(acme, scenario);
  expect(status, output).toBe(0);
  return { after: textsOf(acme), milliseconds: performance.now() - began };
}

async function run(acme: Workspace, scenario: Scenario) {
  const { catalog, args, cwd } = argsOf(acme, scenario);
  return await start({ catalog }, args, undefined, { cwd }).ended;
}

async function killAtRandom(
  acme: Workspace,
  scenario: Scenario,
  how: { signal: NodeJS.Signals; isAimed: boolean; milliseconds: number },
): Promise<void> {
  const { catalog, args, cwd } = argsOf(acme, scenario);
  const { child, ended } = start({ catalog }, args, undefined, { cwd });
  let isEnded = false;
  child.once("exit", () => {
    isEnded = true;
  });
  if (how.isAimed) {
    // The lock is there for the milliseconds in which files are prepared and replaced. How long it
    // takes to come says no run before: the machine may be busier by now.
    const end = performance.now() + LONGEST;
    while (performance.now() < end && !isEnded && !isWriting(acme)) await new Promise(setImmediate);
    waitUntil(() => false, Math.random() * 3);
  } else waitUntil(() => false, Math.random() * how.milliseconds);
  if (!isEnded) child.kill(how.signal);
  await ended;
}

function isWriting({ root, catalog }: Workspace): boolean {
  return [root, catalog, join(root, ".changeset")].some((folder) =>
    existsSync(join(folder, ".codegen.lock")),
  );
}

function isSame(one: Texts, other: Texts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
