import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oldestCompiler } from "../test/consumer.js";
import { pnpmPath } from "./pnpm.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const codegen = join(root, "tools/codegen");
const README = "tools/codegen/README.md";
const readDocument = (file: string) => readFileSync(join(root, file), "utf8");

/** Returns the code blocks of a language in a document, or in one of its sections. */
function blocks(file: string, language: string, section?: string): string[] {
  const document = readDocument(file);
  const [, part = ""] =
    new RegExp(`^## ${section}\\n([\\s\\S]*?)(?=^## )`, "m").exec(document) ?? [];
  const text = section === undefined ? document : part;
  const all = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  return all.filter(([, found]) => found === language).map(([, , code]) => code ?? "");
}

/** The project is outside the repository, and installs the packed tarball. */
let scratch = "";
let project = "";

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "new-user-"));
  project = join(scratch, "acme");
  mkdirSync(project);
  execFileSync(pnpmPath, ["pack", "--out", join(scratch, "codegen.tgz")], {
    cwd: codegen,
    stdio: "pipe",
  });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/**
 * Runs commands of the documentation, with the tarball in place of the package; returns what they
 * print.
 */
function run(commands: string): string {
  return commands
    .trim()
    .split("\n")
    .map((command) => {
      const local = command.replace(
        "@hashkey-errors/codegen typescript",
        `${join(scratch, "codegen.tgz")} typescript@7.0.2 --no-audit --no-fund --prefer-offline`,
      );
      const { status, stdout, stderr } = spawnSync(local, {
        cwd: project,
        encoding: "utf8",
        shell: true,
        env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      });
      expect({ command, status, stderr }).toMatchObject({ status: 0 });
      return stdout;
    })
    .join("");
}

test("codegen's README leads from an empty folder to a localized error, with the packed tarball", () => {
  const [start = "", compile = ""] = blocks(README, "sh", "Ten minutes");
  const [seen = "what generate prints"] = blocks(README, "", "Ten minutes");
  const [main = ""] = blocks(README, "ts", "Ten minutes");
  expect(run(start)).toContain(seen.trim());
  writeFileSync(join(project, "src/main.ts"), main);
  const promised = [...main.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  expect(promised).toHaveLength(3);
  expect(run(compile).trimEnd().split("\n")).toEqual(promised);
  // The oldest supported compiler accepts the sources too.
  const options = "--strict --noEmit --target es2022 --module nodenext src/main.ts";
  run(`${oldestCompiler.map((part) => JSON.stringify(part)).join(" ")} ${options}`);
});

test("codegen's README leads to an added error, a language, a recorded release and a diff", () => {
  const [row = ""] = blocks(README, "md", "Your API");
  const [entry = ""] = blocks(README, "yaml", "Your API");
  const [everyDay = "", release = ""] = blocks(README, "sh", "Your API");
  run(release.split("\n")[0] ?? "");
  appendFileSync(join(project, "schemas/evidence/errors.md"), row);
  appendFileSync(join(project, "schemas/catalog/errors.yaml"), entry);
  const printed = run(everyDay);
  expect(printed).toContain("3 entries (3 documented), 1 locale (en 87%)");
  expect(printed).toContain("acme-errors.de.json: ");
  expect(run("npx codegen generate")).toContain("2 locales (de 0%, en 87%)");
  expect(run("npx codegen diff")).toContain(
    "The changes since release 1.0.0 require a minor release.",
  );

  // The translated texts are imported, and the error is localized in German.
  const file = join(project, "acme-errors.de.json");
  const sent = JSON.parse(readFileSync(file, "utf8"));
  Object.assign(sent.texts.ITEM_NOT_FOUND, {
    target: {
      title: "Nicht gefunden",
      message: "Es gibt nichts mit der Kennung {id}.",
      paramless: "Es gibt nichts mit dieser Kennung.",
      description: "Prüfen Sie die Kennung.",
    },
    status: "translated",
  });
  writeFileSync(file, JSON.stringify(sent));
  expect(run("npx codegen locale import acme-errors.de.json")).toContain("ITEM_NOT_FOUND");
  run("npx codegen generate");
  const main = join(project, "src/main.ts");
  writeFileSync(main, readFileSync(main, "utf8").replace("bundles/en.js", "bundles/de.js"));
  const [, compile = ""] = blocks(README, "sh", "Ten minutes");
  expect(run(compile)).toContain("Es gibt nichts mit der Kennung A7.\n");
  expect(run("npx codegen check")).toContain("all up to date");
});

test("the documented emitter and the documented use of the API run in the new project", () => {
  const [emitter = ""] = blocks("docs/emitters.md", "js");
  const [whole = "", steps = ""] = blocks("docs/api.md", "js");
  mkdirSync(join(project, "schemas/emitters"));
  writeFileSync(join(project, "schemas/emitters/python.mjs"), emitter);
  appendFileSync(join(project, "schemas/catalog.yaml"), "emitters: [emitters/python.mjs]\n");
  writeFileSync(join(project, "generate.mjs"), whole);
  writeFileSync(join(project, "steps.mjs"), steps);
  expect(run("node generate.mjs")).toContain("path: '../python/acme_errors.py', change: 'added'");
  expect(run("node steps.mjs")).toContain("name: 'QUOTA_EXCEEDED'");
  expect(readFileSync(join(project, "python/acme_errors.py"), "utf8")).toContain(
    "QUOTA_EXCEEDED = ",
  );
  expect(run("npx codegen check")).toContain("all up to date");
});

test("init --layout packages makes three packages that build in an npm workspace", () => {
  const [, init = ""] =
    /`(npx codegen init --layout packages[^`]*)`/.exec(readDocument(README)) ?? [];
  const printed = run(`${init.replace("init", "init --catalog errors")} --id shop-errors`);
  const steps = [...printed.matchAll(/^ {2}(np[mx] (?!.*locale).*)$/gm)].map(
    ([, step]) => step ?? "",
  );
  expect(steps).toHaveLength(3);
  run(steps.join("\n"));
  writeFileSync(
    join(project, "shop.mjs"),
    `import { localize } from "@acme/errors-messages";
import { messages } from "@acme/errors-messages/en";
import { identify } from "@acme/errors-validator";
console.log(localize(identify("1002", "The request timed out"), messages).message);`,
  );
  expect(run("node shop.mjs")).toBe(
    "The service took too long to respond; the request may have been executed.\n",
  );
});

test("docs/command-line.md leads to a command line of the new packages", () => {
  const page = "docs/command-line.md";
  const [line = ""] = blocks(page, "yaml");
  const [manifest = "", tsconfig = ""] = blocks(page, "json");
  const [bin = ""] = blocks(page, "js");
  const [steps = ""] = blocks(page, "sh");
  const catalog = join(project, "errors/catalog.yaml");
  const text = readFileSync(catalog, "utf8");
  writeFileSync(
    catalog,
    text.replace(/^ {2}messages: .*\n/m, (messages) => messages + line),
  );
  mkdirSync(join(project, "packages/acme-errors/bin"), { recursive: true });
  for (const [file, content] of [
    ["package.json", manifest],
    ["tsconfig.json", tsconfig],
    ["bin/acme-errors.js", bin],
  ] as const)
    writeFileSync(join(project, "packages/acme-errors", file), content);
  const printed = run(
    steps.replace("generate", "generate --catalog errors").replace("install", "install --no-audit"),
  );
  expect(printed).toContain("1001  ITEM_NOT_FOUND");
  expect(run("npx acme-errors --version")).toBe("0.1.0\n");
});

test("the documented import turns an error table into a catalog", () => {
  const [init = "", dryRun = "", ...decisions] = blocks("docs/import.md", "sh").flatMap((text) =>
    text.trim().split("\n"),
  );
  run(init.replace("init", "init --catalog doc --id doc-errors"));
  writeFileSync(
    join(project, "error-codes.html"),
    `<table>
<tr><th>Code</th><th>Message</th><th>Description</th></tr>
<tr><td>E-17</td><td>Parcel %s is lost</td><td>We are looking for it.</td></tr>
<tr><td>1001</td><td>Order not found</td><td></td></tr>
</table>
`,
  );
  expect(run(`${dryRun} --catalog doc`)).toContain("2 new");
  run(`${dryRun.replace(" --dry-run", "")} --catalog doc`);
  expect(decisions).toHaveLength(3);
  for (const command of decisions)
    expect(run(`npx ${command.replace("decide", "decide --catalog doc")}`)).toContain(
      "1 draft of 2 decided",
    );
  expect(run("npx codegen generate --catalog doc")).toContain("2 entries (2 documented)");
  const table = readFileSync(
    join(project, "src/doc-errors/validator/generated/entries.ts"),
    "utf8",
  );
  expect(table).toContain("\nE-17 ");
});
