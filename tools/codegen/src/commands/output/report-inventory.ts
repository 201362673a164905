import { existsSync } from "node:fs";
import { resolve } from "node:path";
import pc from "picocolors";
import type { Wire } from "../../catalog/catalog.js";
import { wireOf } from "../../catalog/wire.js";
import { toTableDocument } from "../../import/formats/rows/row.js";
import type { ImportOptions } from "../../import/import-table.js";
import { printInventory, printInventoryJson } from "../../import/print-inventory.js";
import { printProblems } from "../../problem/print-problems.js";
import { hasErrors } from "../../problem/problem.js";
import { decodeText } from "../../std/decode-text.js";
import { readCatalog } from "../input/read-catalog.js";
import { readTextFile } from "../input/read-text-file.js";
import { withTimeLimit } from "../input/time-limit.js";
import type { ExitCode } from "../program/command.js";

/** Options for reading and reporting an inventory. */
interface InventoryOptions extends ImportOptions {
  readonly report: "text" | "json";
  readonly timeout: string;
}

/** Reports what the error tables of several documents have in common; writes nothing. */
export async function reportInventory(
  files: readonly string[],
  folder: string,
  { report, timeout, ...options }: InventoryOptions,
): Promise<ExitCode> {
  const wire = readWire(folder);
  // The parsers take long to load, and no other command needs them.
  const [{ readDocument }, { chooseTables }, { takeInventory }] = await Promise.all([
    import("../../import/formats/read-document.js"),
    import("../../import/choose-tables.js"),
    import("../../import/inventory.js"),
  ]);
  const readings = await withTimeLimit(files.join(", "), timeout, () =>
    files.map((file) => {
      const document = toTableDocument(file, readTextFile(file, decodeText).replace(/^\ufeff/, ""));
      return { file, ...chooseTables(document, readDocument(document, wire, options), options) };
    }),
  );
  const inventory = takeInventory(readings);
  const problems = readings.flatMap((reading) => reading.problems);
  if (report === "json") console.log(printInventoryJson(inventory, problems));
  else {
    if (problems.length > 0)
      console.error(`${printProblems(problems, { colors: pc.isColorSupported })}\n`);
    console.log(printInventory(inventory, pc));
  }
  return hasErrors(problems) ? 1 : 0;
}

/** Returns the places of codes and messages in bodies: the catalog's, if there is one yet. */
function readWire(folder: string): Wire {
  if (!existsSync(resolve(folder, "catalog.yaml")))
    return wireOf({ wire: { code: "code", message: ["message", "msg", "detail"] } });
  return wireOf(readCatalog(folder, "text").catalog.manifest);
}
