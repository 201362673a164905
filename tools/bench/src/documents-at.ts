import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOCUMENT_SHAPES, printDocument } from "./documents.js";
import { codegenModule, writeCatalog } from "./synthetic-catalog.js";

// A separate process for each document: it prints how many milliseconds of processor time codegen
// takes to read it, and whether the document is read or rejected.

const [format, shape, mebibytes] = process.argv.slice(2);
const found = DOCUMENT_SHAPES.find((each) => each.format === format && each.shape === shape);
if (found === undefined) throw new Error(`there is no document of this shape: ${format} ${shape}`);
const root = mkdtempSync(join(tmpdir(), "documents-"));
try {
  const folder = await writeCatalog(root, { entries: 100, locales: 1 });
  const file = join(root, found.file);
  writeFileSync(file, printDocument(found, Number(mebibytes) * 2 ** 20));
  const { main } = (await import(codegenModule("cli.js"))) as {
    main: (args: readonly string[]) => Promise<number>;
  };
  const log = console.log;
  let printed = "";
  console.log = (text: string) => {
    printed = text;
  };
  console.error = (text: string) => {
    printed ||= text;
  };
  const before = process.cpuUsage();
  const status = await main([...found.command, file, "--catalog", folder]);
  const { user, system } = process.cpuUsage(before);
  log(JSON.stringify({ ms: (user + system) / 1000, status, message: firstProblem(printed) }));
} finally {
  rmSync(root, { recursive: true, force: true });
}

function firstProblem(printed: string): string {
  if (!printed.startsWith("{")) return printed;
  const { problems } = JSON.parse(printed) as { readonly problems: readonly { message: string }[] };
  return problems[0]?.message ?? "";
}
