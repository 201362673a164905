import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { bin, environment, run } from "../run.js";
import { writeCaptures } from "./capture.js";

const require = createRequire(import.meta.url);
const codegen = join(
  dirname(require.resolve("@hashkey-errors/codegen/package.json")),
  "bin/codegen.js",
);
const schemas = dirname(require.resolve("@hashkey-errors/schemas/package.json"));

const response = (body: object) => `${JSON.stringify({ res: { statusCode: 400, body } })}\n`;

const MARKUP = "A | pipe, *stars*, [links](x), `code`, &amp;, ~~x~~, a\\b and _lines_ !img";

test("codegen import reads what --propose writes, and the entries cite its lines", () => {
  const cwd = writeCaptures({
    "a.log": [
      response({ code: "-9999", msg: "Order 17 is locked" }),
      response({ code: "-9999", msg: "Order 18 is locked" }),
      response({ code: "-9998", msg: MARKUP }),
      response({ code: "-9997" }),
      response({ code: "0211", msg: "Order is not there" }),
      response({ code: "-1141", msg: "Duplicate order" }),
    ].join(""),
  });
  expect(run(["scan", "a.log", "--propose", "found.md"], { cwd })).toMatchObject({
    status: 0,
    errors: "found.md: written; codegen import reads it\n",
  });
  // One language is enough: to read and to lint the others takes longer than the import.
  const isSource = (path: string) => !/node_modules|generated|locales\/(?!en\.)/.test(path);
  cpSync(schemas, join(cwd, "schemas"), { recursive: true, filter: isSource });
  const { status, stdout } = spawnSync(
    process.execPath,
    [codegen, "import", "found.md", "--catalog", "schemas", "--format", "json"],
    { cwd, encoding: "utf8" },
  );
  expect([status, stdout]).toEqual([0, expect.stringContaining("0211")]);
  const drafts = readFileSync(join(cwd, "schemas/catalog/imported.yaml"), "utf8");
  expect(drafts).toContain(
    'code: "-9999"\n    httpStatus: 400\n    message: "Order {value} is locked"',
  );
  expect(drafts).toContain(`message: ${JSON.stringify(MARKUP)}`);
  expect(drafts.match(/code: "(.*)"/g)).toHaveLength(2);
  const evidence = readFileSync(join(cwd, "schemas/evidence/found.md"), "utf8").split("\n");
  const [, line] = /document: found.md, line: (\d+)/.exec(drafts) ?? [];
  expect(evidence[Number(line) - 1]).toBe(
    "| -9999 | 400 | Order {value} is locked | 2 |  |  | a.log:1 |",
  );
  expect(evidence).toContain("Without a text: `-9997` (a.log:4).");
});

test("scan --propose replaces no file, and writes none where there is nothing to propose", () => {
  const cwd = writeCaptures({ a: response({ code: "0211" }), "old.md": "mine" });
  expect(run(["scan", "a", "--propose", "old.md"], { cwd })).toMatchObject({
    status: 2,
    output: "",
  });
  expect(readFileSync(join(cwd, "old.md"), "utf8")).toBe("mine");
  expect(run(["scan", "a", "--propose", "new.csv"], { cwd }).status).toBe(2);
  expect(run(["scan", "a", "--propose", "new.md"], { cwd })).toMatchObject({
    status: 0,
    errors: "new.md: not written, nothing to propose\n",
  });
});

test("scan --propose says why it cannot write its file, and leaves no part of it", () => {
  const cwd = writeCaptures({ a: response({ code: "-9999", msg: "x".repeat(2000) }) });
  const propose = (file: string) => ["scan", "a", "--propose", file];
  expect(run(propose("no/new.md"), { cwd })).toMatchObject({
    status: 2,
    output: expect.stringContaining("-9999"),
    errors: expect.stringMatching(/^no\/new\.md: cannot be written \(ENOENT: [^,]*\)\n$/),
  });
  // Without the trap, SIGXFSZ kills the process.
  const line = `trap '' XFSZ; ulimit -f 1; "$0" "$@"`;
  const limited = ["-c", line, process.execPath, bin, ...propose("new.md")];
  const options = { cwd, encoding: "utf8", env: environment() } as const;
  const { status, stderr } = spawnSync("sh", limited, options);
  expect(stderr).toMatch(/^new\.md: cannot be written \(EFBIG: [^,]*\)\n$/);
  expect([status, existsSync(join(cwd, "new.md"))]).toEqual([2, false]);
});
