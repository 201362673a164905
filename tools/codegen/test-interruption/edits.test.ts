import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegen, codegenAt } from "../test/run.js";
import { start, waitUntil } from "./command.js";
import { EDIT_KILLS, LONGEST } from "./counts.js";
import { addNote } from "./notes.js";

/** The text of each file that people edit, by its path in the workspace. */
type Texts = Readonly<Record<string, string>>;

/** A command that writes files that people edit. */
interface Scenario {
  readonly args: readonly string[];
  /** The catalog's folder, if it is another than that of the workspace. */
  readonly catalog?: string;
  prepare?(acme: Workspace): Promise<void>;
}

const TABLE = "code,message\nnew_one,The first of two new errors\nnew_two,The second of them\n";

const SCENARIOS: readonly Scenario[] = [
  {
    args: ["import", "../table.csv", "--partial"],
    prepare: async ({ root }) => writeFileSync(join(root, "table.csv"), TABLE),
  },
  { args: ["locale", "add", "fr"] },
  {
    args: ["locale", "import", "../de.json"],
    prepare: async (acme) => {
      const file = join(acme.root, "de.json");
      await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
      writeFileSync(file, readFileSync(file, "utf8").replace("Zu viele Anfragen.", "Zu oft."));
    },
  },
  { args: ["locale", "export", "de", "-o", "../acme-errors.de.xlf"] },
  { args: ["record"] },
  {
    args: ["diff", "--changeset"],
    prepare: async (acme) => {
      await codegen(acme, "record");
      mkdirSync(join(acme.root, ".changeset"));
      acme.edit("locales/de.json", "Zu viele Anfragen.", "Viel zu viele.");
    },
  },
  // In three files.
  { args: ["rename", "CARD_EXPIRED", "CARD_OUTDATED"] },
  {
    args: ["decide", "--where", "code=new_*", "--set", "outcome=rejected,retry=never", "--yes"],
    prepare: async (acme) => {
      const table = join(acme.root, "table.csv");
      writeFileSync(table, TABLE);
      await codegen(acme, "import", table, "--partial");
    },
  },
  { args: ["init", "--id", "shop-errors"], catalog: "errors" },
];

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

async function prepare(scenario: Scenario): Promise<Workspace> {
  const acme = copyAcme();
  await scenario.prepare?.(acme);
  return acme;
}

/** The arguments, with paths in the workspace. */
function argsOf({ root, catalog }: Workspace, { args, catalog: other }: Scenario) {
  const paths = args.map((arg) => (arg.startsWith("../") ? join(catalog, arg) : arg));
  return { catalog: other ?? catalog, args: paths, cwd: root };
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
    // The lock is there for the milliseconds in which files are prepared and replaced.
    const end = performance.now() + Math.min(LONGEST, how.milliseconds * 2);
    while (performance.now() < end && !isWriting(acme)) await new Promise(setImmediate);
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

function filesIn({ root }: Workspace): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

function hiddenIn(acme: Workspace): string[] {
  return filesIn(acme).filter((file) => /(^|\/)\.codegen[^/]*$/.test(file));
}

function textsOf(acme: Workspace): Texts {
  const hidden = hiddenIn(acme);
  const files = filesIn(acme).filter((file) => !hidden.includes(file));
  return Object.fromEntries(
    files.sort().map((file) => [file, readFileSync(join(acme.root, file), "utf8")]),
  );
}

function isSame(one: Texts, other: Texts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
