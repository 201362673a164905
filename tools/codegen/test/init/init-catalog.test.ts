import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../build.js";
import { codegenAt } from "../run.js";
import { createProject, STRICT } from "./project.js";

const MAIN = `import { localize, negotiateLocale } from "./acme-errors/messages/index.js";
import { messages } from "./acme-errors/messages/generated/bundles/en.js";
import { loaders } from "./acme-errors/messages/generated/loaders.js";
import { AcmeApiError, isErrorBody, matchError, parseResponse } from "./acme-errors/validator/index.js";
import { toProblem } from "./acme-errors/validator/problem.js";
import type { components } from "./acme-errors/types/generated/openapi.js";

const body: components["schemas"]["ErrorBody"] = { code: "1001", message: "Item 'A7' not found." };
const response = parseResponse(body, { httpStatus: 404 });
const results: unknown[] = [isErrorBody(body), negotiateLocale("fr"), (await loaders.en()).locale];
if (response.kind === "error") {
  const { error } = response;
  if (error.name === "ITEM_NOT_FOUND") results.push(error.params?.id satisfies string | undefined);
  results.push(matchError(error, { ITEM_NOT_FOUND: ({ outcome }) => outcome, _: () => "other" }));
  results.push(localize(error, messages).message, toProblem(error).status, new AcmeApiError(error).name);
}
export const result: readonly unknown[] = results;
`;

const RESULT = [true, "en", "en", "A7", "rejected", "There is no item A7.", 404, "AcmeApiError"];

test.each<[name: string, options: object]>([
  // Without the types of browsers, which take longer to read than all else.
  ["nodenext", { module: "nodenext", lib: ["ES2022"] }],
  ["a bundler", { module: "esnext", moduleResolution: "bundler" }],
])(
  "init and generate create one folder of code that compiles with the strictest options for %s, and runs",
  async (_, options) => {
    const { root, write, codegen } = createProject({ "package.json": '{ "type": "module" }' });
    const created = await codegen("init");
    expect(created).toMatchObject({ status: 0 });
    expect(created.stdout).toContain("Acme API errors (acme-errors): two example entries.");
    expect(created.stdout).toContain(
      "\n  schemas/catalog/errors.yaml\n    replace these two entries",
    );
    expect(created.stdout).not.toContain("codegen import");
    expect(created.stdout).toContain("generates types, validator and messages in src/acme-errors/");
    expect(await codegen("generate")).toMatchObject({ status: 0, stderr: "" });
    expect(await codegen("lint", "--release")).toMatchObject({ status: 0, stderr: "" });
    write("src/main.ts", MAIN);
    write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...STRICT, ...options }, include: ["src"] }),
    );
    compile(root);
    const { result } = await import(pathToFileURL(join(root, "dist/main.js")).href);
    expect(result).toEqual(RESULT);
  },
);

test("the generated code compiles in a CommonJS project, and runs", async () => {
  const { root, write, codegen } = createProject({ "package.json": '{ "type": "commonjs" }' });
  await codegen("init");
  await codegen("generate");
  // CommonJS has no top-level await.
  write("src/main.ts", MAIN.replace("(await loaders.en()).locale", "Object.keys(loaders)[0]"));
  const options = { module: "nodenext", lib: ["ES2022"], verbatimModuleSyntax: false };
  const compilerOptions = { ...STRICT, ...options };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  compile(root);
  const { result } = await import(pathToFileURL(join(root, "dist/main.js")).href);
  expect(result).toEqual(RESULT);
});

test.each([`Acme: "x" # 'y'`, "@acme {a} [b]", "- yes", "Ünïcode 💥 \\", "no"])(
  "init writes the title %j so that the manifest has it unchanged",
  async (title) => {
    const { root, codegen } = createProject();
    expect(await codegen("init", "--title", title, "--code", "no", "--error", "a.b")).toMatchObject(
      {
        status: 0,
      },
    );
    const { catalog, problems } = await lint(join(root, "schemas"));
    expect(problems).toEqual([]);
    expect(catalog?.manifest).toMatchObject({ title, wire: { code: "no", error: "a.b" } });
    expect(await codegen("generate")).toMatchObject({ status: 0, stderr: "" });
  },
);

test.each([
  ["..evil.csv", "evil.csv"],
  ["...", "document"],
  ["a#b?c%2F d.csv", "a#b-c%2F d.csv"],
])("init --table %s names the document %s, as import does", async (file, document) => {
  const { read, files, write, codegen, root } = createProject();
  write(file, "code,message\nE1,Out of stock\n");
  const { status, stdout } = await codegen("init", "--table", file);
  expect(status).toBe(0);
  expect(stdout).toContain("no entries yet. Next:\n\n  npx @hashkey-errors/codegen import ");
  expect(stdout).not.toContain("replace these two entries");
  const catalog = join(root, "schemas");
  const imported = await codegenAt(
    root,
    "import",
    join(root, file),
    "--from",
    "csv",
    "--catalog",
    catalog,
  );
  expect(imported).toMatchObject({ status: 0 });
  expect(parse(read("schemas/catalog.yaml")).table).toBe(document);
  expect(files()).toContain(`schemas/evidence/${document}`);
  for (const command of ["lint", "generate", "check"])
    expect(await codegenAt(root, command, "--catalog", catalog)).toMatchObject({ status: 0 });
});

test.each([
  ["Acme API errors", "The error codes of the Acme API."],
  ["Fernpost errors", "The error codes of Fernpost."],
  ["Fernpost", "The error codes of Fernpost."],
])("a catalog with the title %s has the description %s", async (title, description) => {
  const project = createProject();
  await project.codegen("init", "--title", title);
  expect(parse(project.read("schemas/catalog.yaml"))).toMatchObject({ title, description });
});
