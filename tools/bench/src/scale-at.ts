import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Catalog,
  compare,
  compareFiles,
  type Emitter,
  type Loaded,
  load,
  type OutputFile,
  type Problem,
  snapshotOf,
  write,
} from "@hashkey-errors/codegen";
import { codegenModule, codegenProgram, writeCatalog } from "./synthetic-catalog.js";
import { runNode } from "./usage.js";

// A separate process for each size of a catalog. It measures each part of generating in
// milliseconds of processor time (the clock would count other programs too), and at the end the
// whole command with its peak of memory.

interface Rule {
  readonly name: string;
  check(catalog: Catalog, report: () => void, places: Loaded["places"]): void | Promise<void>;
}

const [entries = 0, locales = 1] = process.argv.slice(2).map(Number);
const times: [name: string, ms: number][] = [];

/**
 * Times a step. A short one runs again, since the engine has to optimize it before growth shows.
 */
async function time<Result>(
  name: string,
  step: () => Result | Promise<Result>,
  once = false,
): Promise<Result> {
  let least = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let run = 0; run === 0 || (!once && run < 5 && total < 500); run++) {
    const before = process.cpuUsage();
    last = await step();
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    least = Math.min(least, took);
    total += took;
  }
  times.push([name, least]);
  return last as Result;
}
let last: unknown;

const root = mkdtempSync(join(tmpdir(), "scale-"));
try {
  const folder = await writeCatalog(root, { entries, locales });
  const { discover } = (await import(codegenModule("std/discover.js"))) as {
    discover: <T>(folder: URL, name: string) => Promise<readonly T[]>;
  };
  const { catalog, places, problems } = await time("load", () => load(folder), true);
  if (catalog === undefined || problems.length > 0) throw new Error(describe(problems));
  let faults = 0;
  for (const { name, check } of await discover<Rule>(
    new URL(codegenModule("check/rules/")),
    "rule",
  ))
    await time(`rule ${name}`, () => check(catalog, () => void faults++, places));
  if (faults > 0) throw new Error(`The rules report ${faults} problems.`);

  const files: OutputFile[] = [];
  for (const { name, emit } of await discover<Emitter>(
    new URL(codegenModule("emit/emitters/")),
    "emitter",
  ))
    files.push(
      ...(await time(`emit ${name}`, async () => {
        const emitted = await emit(catalog);
        lengthOf(emitted);
        return emitted;
      })),
    );
  const emitted = {
    files,
    owner: { id: catalog.manifest.id, folders: [], sharedFolders: [], isPartial: false },
  };
  write(folder, await time("compareFiles, nothing there", () => compareFiles(folder, emitted)));
  await time(
    "write",
    () => write(folder, { outdated: files, missing: [], unexpected: [], obstacles: [] }),
    true,
  );
  await time("compareFiles, all there", () => compareFiles(folder, emitted));
  const now = snapshotOf(catalog);
  const before = {
    ...now,
    entries: now.entries.map((entry, at) =>
      at % 20 === 0 ? { ...entry, name: `X${entry.name}` } : entry,
    ),
  };
  await time("compare, 5 % renamed", () => compare(before, now));
  times.push(["output MiB", lengthOf(files) / 2 ** 20]);

  const fresh = join(root, "fresh");
  mkdirSync(fresh);
  await writeCatalog(fresh, { entries, locales });
  const { seconds, megabytes = Number.NaN } = runNode(
    codegenProgram,
    "generate",
    "--catalog",
    join(fresh, "schemas"),
  );
  times.push(["the command generate", seconds * 1000]);
  times.push(["peak of the command generate, MB", megabytes]);
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(JSON.stringify(times));

/**
 * Makes files as `generate` does, piece by piece where they are long, and counts their characters.
 */
function lengthOf(files: readonly OutputFile[]): number {
  let length = 0;
  for (const file of files)
    for (const piece of file.pieces?.() ?? [file.text]) length += piece.length;
  return length;
}

function describe(problems: readonly Problem[]): string {
  return problems.map(({ message, location }) => `${location.file} ${message}`).join("\n");
}
