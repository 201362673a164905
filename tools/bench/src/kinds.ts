import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { row, table } from "./table.js";

/** Measures `parseResponse` on each kind of body by itself. */
export function measureKinds(): string {
  const script = fileURLToPath(new URL("kinds-at.js", import.meta.url));
  const output = execFileSync(process.execPath, [script], { encoding: "utf8" });
  const kinds = JSON.parse(output) as [kind: string, parse: number, ours: number][];
  const rows = kinds.map(([kind, parse, ours]) =>
    row(kind, parse.toFixed(0), ours.toFixed(0), `${((ours / parse) * 100).toFixed(0)} %`),
  );
  return [
    "Nanoseconds for one body of each kind, measured in turns in one process (must: 30 %, aim: 22 %).\n",
    table(["", "`JSON.parse`", "`parseResponse`", "share"], rows),
  ].join("\n");
}
