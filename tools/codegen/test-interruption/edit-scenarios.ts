import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegen } from "../test/run.js";

/** The text of each file that people edit, by its path in the workspace. */
export type Texts = Readonly<Record<string, string>>;

/** A command that writes files that people edit. */
export interface Scenario {
  readonly args: readonly string[];
  /** The catalog's folder, if it is another than that of the workspace. */
  readonly catalog?: string;
  prepare?(acme: Workspace): Promise<void>;
}

const TABLE = "code,message\nnew_one,The first of two new errors\nnew_two,The second of them\n";

/** Each command that writes files that people edit. */
export const SCENARIOS: readonly Scenario[] = [
  {
    args: ["import", "../table.csv", "--partial"],
    prepare: async ({ root }) => writeFileSync(join(root, "table.csv"), TABLE),
  },
  { args: ["locale", "add", "fr"] },
  {
    args: ["locale", "import", "../de.json"],
    prepare: async (acme) => {
      const file = join(acme.root, "de.json");
      await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
      writeFileSync(file, readFileSync(file, "utf8").replace("Zu viele Anfragen.", "Zu oft."));
    },
  },
  { args: ["locale", "export", "de", "--out", "../acme-errors.de.xlf"] },
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
    args: ["decide", "--where", "code=new_*", "--set", "outcome=rejected,retry=never", "--write"],
    prepare: async (acme) => {
      const table = join(acme.root, "table.csv");
      writeFileSync(table, TABLE);
      await codegen(acme, "import", table, "--partial");
    },
  },
  { args: ["init", "--id", "shop-errors"], catalog: "errors" },
];

/** Creates a workspace in which a command has something to write. */
export async function prepare(scenario: Scenario): Promise<Workspace> {
  const acme = copyAcme();
  await scenario.prepare?.(acme);
  return acme;
}

/** The arguments of a command, with paths in the workspace. */
export function argsOf({ root, catalog }: Workspace, { args, catalog: other }: Scenario) {
  const paths = args.map((arg) => (arg.startsWith("../") ? join(catalog, arg) : arg));
  return { catalog: other ?? catalog, args: paths, cwd: root };
}

function filesIn({ root }: Workspace): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

/** The parts and locks in a workspace. */
export function hiddenIn(acme: Workspace): string[] {
  return filesIn(acme).filter((file) => /(^|\/)\.codegen[^/]*$/.test(file));
}

/** The files in a workspace but for those. */
export function textsOf(acme: Workspace): Texts {
  const hidden = hiddenIn(acme);
  const files = filesIn(acme).filter((file) => !hidden.includes(file));
  return Object.fromEntries(
    files.sort().map((file) => [file, readFileSync(join(acme.root, file), "utf8")]),
  );
}
