import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DOCUMENT_SHAPES, type DocumentShape } from "./documents.js";
import { writeSections } from "./results.js";
import { row, table } from "./table.js";

// Times each reader of documents at 1, 2, 4 and 8 MiB, plain and hostile. Words behind the command
// choose the shapes whose names have them, and then the results are only printed.

const SIZES = [1, 2, 4, 8];

/** A reader that takes longer is not linear. */
const TIMEOUT_MS = 180_000;

function measure({ format, shape }: DocumentShape, mebibytes: number) {
  const script = fileURLToPath(new URL("documents-at.js", import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, format, shape, String(mebibytes)],
    { encoding: "utf8", timeout: TIMEOUT_MS },
  );
  if (status === 0) return JSON.parse(stdout) as { ms: number; status: number; message: string };
  const [reason = "it takes too long"] = stderr.match(/^.*Error.*$/m) ?? [];
  return { ms: Number.NaN, status: 2, message: reason };
}

const wanted = process.argv.slice(2);
const chosen = DOCUMENT_SHAPES.filter(({ format, shape }) =>
  wanted.every((word) => `${format} ${shape}`.includes(word)),
);
const rows = chosen.map((shape) => {
  const results = SIZES.map((size) => measure(shape, size));
  const [least, most] = [results[0]?.ms ?? Number.NaN, results.at(-1)?.ms ?? Number.NaN];
  const seconds = results.map(({ ms }) => (ms / 1000).toFixed(1));
  const { status, message } = results.at(-1) ?? { status: 2, message: "" };
  const outcome = status === 0 ? "read" : `rejected: ${message.slice(0, 100)}`;
  const line = row(
    `${shape.format}: ${shape.shape}`,
    ...seconds,
    (most / least).toFixed(1),
    outcome,
  );
  console.log(line);
  return line;
});
const head = ["", ...SIZES.map((size) => `${size} MiB`), "growth", "outcome"];
const text = [
  "Seconds of processor time to read a document that a stranger sends, at each size. Growth is the time for 8 MiB over that for 1 MiB: 8 is linear.\n",
  table(head, rows),
].join("\n");
if (wanted.length === 0) writeSections([["Reading documents of strangers", text]]);
