import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lint } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { compile, tsc } from "../build.js";
import { codegenAt } from "../run.js";

/** A project in an empty folder of that name, with these files. */
function project(files: Readonly<Record<string, string>> = {}, name = "acme") {
  const parent = mkdtempSync(join(tmpdir(), "init-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const root = join(parent, name);
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  mkdirSync(root);
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    root,
    write,
    read: (file: string) => readFileSync(join(root, file), "utf8"),
    files: () =>
      readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(root, file)).isFile())
        .sort(),
    codegen: (...args: string[]) => codegenAt(root, ...args),
  };
}

const MAIN = `import { localize, negotiateLocale } from "./acme-errors/messages/index.js";
import { messages } from "./acme-errors/messages/generated/bundles/en.js";
import { loaders } from "./acme-errors/messages/generated/loaders.js";
import { AcmeApiError, isErrorBody, matchError, parseResponse } from "./acme-errors/validator/index.js";
import { toProblem } from "./acme-errors/validator/problem.js";
import type { components } from "./acme-errors/types/generated/openapi.js";

const body: components["schemas"]["ErrorBody"] = { code: "1001", message: "Item 'A7' not found." };
const response = parseResponse(body, { httpStatus: 404 });
const said: unknown[] = [isErrorBody(body), negotiateLocale("fr"), (await loaders.en()).locale];
if (response.kind === "error") {
  const { error } = response;
  if (error.name === "ITEM_NOT_FOUND") said.push(error.params?.id satisfies string | undefined);
  said.push(matchError(error, { ITEM_NOT_FOUND: ({ outcome }) => outcome, _: () => "other" }));
  said.push(localize(error, messages).message, toProblem(error).status, new AcmeApiError(error).name);
}
export const result: readonly unknown[] = said;
`;

const RESULT = [true, "en", "en", "A7", "rejected", "There is no item A7.", 404, "AcmeApiError"];

const STRICT = {
  target: "ES2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  types: [],
  rootDir: "src",
  outDir: "dist",
};

test.each<[name: string, options: object]>([
  ["nodenext", { module: "nodenext" }],
  ["a bundler", { module: "esnext", moduleResolution: "bundler" }],
])(
  "init and generate give one folder of sources that compiles as strictly as can be for %s, and runs",
  async (_, options) => {
    const { root, write, codegen } = project({ "package.json": '{ "type": "module" }' });
    const made = await codegen("init");
    expect(made).toMatchObject({ status: 0 });
    expect(made.stdout).toContain("Acme API errors (acme-errors): two entries to start from.");
    expect(made.stdout).toContain("makes types, validator and messages in src/acme-errors/");
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

test("a project on CommonJS can have the sources too", async () => {
  const { root, write, codegen } = project({ "package.json": '{ "type": "commonjs" }' });
  await codegen("init");
  await codegen("generate");
  // CommonJS has no await at the top.
  write("src/main.ts", MAIN.replace("(await loaders.en()).locale", "Object.keys(loaders)[0]"));
  const compilerOptions = { ...STRICT, module: "nodenext", verbatimModuleSyntax: false };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  compile(root);
  const { result } = await import(pathToFileURL(join(root, "dist/main.js")).href);
  expect(result).toEqual(RESULT);
});

test("init and generate give a set of packages, under the owner's names, that build and are imported by them", async () => {
  const { root, read, write, codegen } = project({
    "package.json": '{ "name": "@acme/platform", "type": "module", "workspaces": ["libs/*"] }',
  });
  const made = await codegen(
    ...["init", "errors", "--layout", "packages", "--id", "acme-errors", "--source", "libs"],
    ...["--title", "Acme API errors", "--envelope", "error", "--message", "text"],
  );
  expect(made).toMatchObject({ status: 0 });
  expect(await codegen("generate", "--catalog", "errors")).toMatchObject({ status: 0, stderr: "" });
  const header = read("libs/acme-errors-validator/src/generated/wire.ts").split("\n").slice(0, 2);
  expect(header).toEqual([
    "// Generated by codegen for acme-errors from errors/catalog.yaml.",
    "// Change the source and run codegen generate --catalog errors.",
  ]);
  // What npm does with workspaces.
  mkdirSync(join(root, "node_modules/@acme"), { recursive: true });
  for (const part of ["types", "validator", "messages"]) {
    const { name, dependencies = {} } = JSON.parse(read(`libs/acme-errors-${part}/package.json`));
    expect(name).toBe(`@acme/acme-errors-${part}`);
    expect(dependencies).toEqual(part === "types" ? {} : { "@acme/acme-errors-types": "^0.1.0" });
    symlinkSync(join(root, "libs", `acme-errors-${part}`), join(root, "node_modules", name));
  }
  // One after the other, in an order that only the references set right.
  for (const part of ["messages", "validator"])
    execFileSync(process.execPath, [tsc, "-b", `libs/acme-errors-${part}`], { cwd: root });
  write(
    "main.mjs",
    `import { createRequire } from "node:module";
import { localize } from "@acme/acme-errors-messages";
import { messages } from "@acme/acme-errors-messages/en";
import { parseResponse } from "@acme/acme-errors-validator";
import { toProblem } from "@acme/acme-errors-validator/problem";
import "@acme/acme-errors-types/openapi";
const { error } = parseResponse({ error: { code: 1001, text: "Item 'A7' not found" } });
const icu = createRequire(import.meta.url)("@acme/acme-errors-messages/icu/en.json");
console.log(localize(error, messages).message, toProblem(error).status, icu.ITEM_NOT_FOUND);`,
  );
  const said = execFileSync(process.execPath, ["main.mjs"], { cwd: root, encoding: "utf8" });
  expect(said).toBe("There is no item A7. 404 There is no item {id}.\n");
});

test("siblings are linked as the project's package manager does it", async () => {
  for (const [manager, file, text] of [
    ["pnpm", "pnpm-workspace.yaml", "packages: [packages/*]\n"],
    ["yarn", "package.json", '{ "packageManager": "yarn@4.9.1" }'],
  ] as const) {
    const { read, codegen } = project({ [file]: text });
    const { stdout } = await codegen("init", "--layout", "packages");
    expect(stdout).toContain(`  ${manager} install\n`);
    const { dependencies } = JSON.parse(read("packages/acme-errors-messages/package.json"));
    expect(dependencies).toEqual({ "acme-errors-types": "workspace:^" });
  }
});

test.each<[project: string, id: string, title: string, errorClass: string]>([
  ["@acme/payments-api", "payments-api-errors", "Payments API errors", "PaymentsApiError"],
  ["my_Shop.errors", "my-shop-errors", "My Shop API errors", "MyShopApiError"],
  ["api-errors", "api-errors", "API errors", "ServiceError"],
  ["errors", "api-errors", "API errors", "ServiceError"],
  ["3scale", "api-3scale-errors", "3scale API errors", "Api3scaleApiError"],
  ["café", "caf-errors", "Caf API errors", "CafApiError"],
  ["数据", "api-errors", "API errors", "ServiceError"],
])("of a project called %s the catalog is %s", async (name, id, title, errorClass) => {
  const { root, codegen } = project({ "package.json": JSON.stringify({ name }) });
  expect(await codegen("init")).toMatchObject({ status: 0 });
  const { catalog, problems } = await lint(join(root, "schemas"));
  expect(problems).toEqual([]);
  expect(catalog?.manifest).toMatchObject({ id, title, errorClass });
});

test("nothing is overwritten: all that stands in the way is told at once, and nothing is written", async () => {
  const { codegen, files } = project({
    "schemas/catalog.yaml": "mine",
    "schemas/locales/en.json": "{}",
    "schemas/generated/mine.json": "{}",
    "src/acme-errors/types/mine.ts": "",
    "src/acme-errors/mine.ts": "",
  });
  const before = files();
  const { status, stdout, stderr } = await codegen("init");
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(`  schemas/catalog.yaml
  schemas/locales/en.json
  src/acme-errors/types
  schemas/generated
`);
  expect(stderr).toContain("nothing was written");
  expect(files()).toEqual(before);
  // Elsewhere there is room.
  expect(await codegen("init", "errors", "--id", "shop-errors")).toMatchObject({ status: 0 });
  expect(await codegen("generate", "--catalog", "errors")).toMatchObject({ status: 0 });
});

test("a second init changes nothing", async () => {
  const { codegen, files, read } = project();
  await codegen("init");
  await codegen("generate");
  const before = files();
  expect(await codegen("init")).toMatchObject({ status: 1 });
  expect(files()).toEqual(before);
  // And all of it is the owner's.
  for (const file of before) expect(read(file), file).not.toMatch(/hashkey|exchange/i);
});

test("what is said wrong is told at once, and nothing is written", async () => {
  const { codegen, files } = project();
  const { status, stderr } = await codegen(
    ...["init", "--id", "Acme Errors", "--title", "a\nb", "--name", "@Acme/x"],
    ...["--code", "text", "--message", "text", "--source", "."],
  );
  expect(status).toBe(2);
  for (const said of [
    '--id "Acme Errors": expected kebab-case',
    '--title "a\\nb": expected one line',
    '--name "@Acme/x": expected the beginning of a package\'s name',
    '--code and --message: both are "text"',
  ])
    expect(stderr).toContain(said);
  expect(await codegen("init", "a", "--source", "a/catalog")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--source: catalog/types lies in catalog/"),
  });
  expect(await codegen("init", "--layout", "tower")).toMatchObject({ status: 2 });
  expect(files()).toEqual([]);
});

test("where there is no catalog, each command says how to start one", async () => {
  const { codegen } = project();
  for (const command of [["generate"], ["check"], ["lint"], ["diff"], ["locale", "add", "de"]]) {
    const { status, stderr } = await codegen(...command);
    expect(status).toBe(1);
    expect(stderr).toContain("error there is no catalog here");
    expect(stderr).toContain("help: start one with codegen init");
  }
});

test("a file where a folder belongs is an error message, and nothing is left behind", async () => {
  const { codegen, files } = project({ schemas: "a file" });
  const { status, stderr } = await codegen("init");
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot write schemas\/catalog\.yaml: .*nothing was changed/);
  expect(files()).toEqual(["schemas"]);
});

test("texts of any characters come out of the manifest as they went in", async () => {
  for (const title of [`Acme: "x" # 'y'`, "@acme {a} [b]", "- yes", "Ünïcode 💥 \\", "no"]) {
    const { root, codegen } = project();
    expect(
      await codegen("init", "--title", title, "--code", "no", "--envelope", "a.b"),
    ).toMatchObject({
      status: 0,
    });
    const { catalog, problems } = await lint(join(root, "schemas"));
    expect(problems).toEqual([]);
    expect(catalog?.manifest).toMatchObject({ title, wire: { code: "no", envelope: "a.b" } });
    expect(await codegen("generate")).toMatchObject({ status: 0, stderr: "" });
  }
});

test.each<[name: string, options: readonly string[]]>([
  ["the body's own members", []],
  ["an envelope", ["--envelope", "fault", "--code", "id", "--message", "text"]],
  ["an envelope that web frameworks have too", ["--envelope", "error"]],
])(
  "the schemas that init gives for %s and parseResponse say the same of every body",
  async (_, options) => {
    const { root, write, codegen } = project({ "package.json": '{ "type": "module" }' });
    await codegen("init", ...options);
    await codegen("generate");
    const compilerOptions = { ...STRICT, module: "nodenext" };
    write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
    compile(root);
    const { parseResponse, isErrorBody, responseSchema } = await import(
      pathToFileURL(join(root, "dist/acme-errors/validator/index.js")).href
    );
    const scalar = fc.constantFrom(null, "", "1001", "text", 1001, 404, 1.5, true, [], {});
    const members = (value: fc.Arbitrary<unknown>) =>
      fc.dictionary(
        fc.constantFrom("code", "message", "id", "text", "status", "error", "fault"),
        value,
      );
    const body = fc.oneof(scalar, fc.array(scalar), members(fc.oneof(scalar, members(scalar))));
    fc.assert(
      fc.property(body, (value) => {
        const { kind } = parseResponse(value);
        expect([isErrorBody(value), kind]).toEqual([kind === "error", kind]);
        const { issues } = responseSchema["~standard"].validate(value);
        expect([issues === undefined, kind]).toEqual([kind !== "invalid", kind]);
      }),
      { numRuns: 3_000 },
    );
  },
);

test.each([
  ["..evil.csv", "evil.csv"],
  ["...", "document"],
  ["a#b?c%2F d.csv", "a#b?c%2F d.csv"],
])("the table %s is called %s by init as by import, and is read", async (file, document) => {
  const { read, files, write, codegen, root } = project();
  write(file, "code,message\nE1,Out of stock\n");
  expect(await codegen("init", "--table", file)).toMatchObject({ status: 0 });
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

test("a catalog that was started is edited as any other: an entry, a locale, a diff since a release", async () => {
  const { root, read, write, codegen } = project();
  await codegen("init");
  expect(await codegen("snapshot")).toMatchObject({ status: 0 });
  write(
    "schemas/catalog/errors.yaml",
    `${read("schemas/catalog/errors.yaml")}  - name: QUOTA_EXCEEDED
    code: "1003"
    httpStatus: 429
    message: Quota exceeded
    description: ""
    category: rate-limit
    fault: client
    outcome: rejected
    retry: after-delay
    sources: [{ document: errors.md, line: 5 }]
`,
  );
  write(
    "schemas/evidence/errors.md",
    `${read("schemas/evidence/errors.md")}| 1003 | 429 | Quota exceeded | |\n`,
  );
  expect(await codegen("locale", "add", "de")).toMatchObject({ status: 0 });
  const generated = await codegen("generate");
  expect(generated).toMatchObject({ status: 0 });
  expect(generated.stdout).toContain("3 entries (3 documented), 2 locales (de 0%, en 75%)");
  const diff = await codegen("diff");
  expect(diff.stdout).toContain("QUOTA_EXCEEDED (1003)");
  expect(diff.stdout).toContain("since release before: a minor version");
  expect(await codegen("lint")).toMatchObject({ status: 0 });
  expect(existsSync(join(root, "node_modules"))).toBe(false);

  // Parts of one project have its name, and its version.
  write("package.json", '{ "name": "@acme/client", "version": "2.1.0" }');
  mkdirSync(join(root, ".changeset"));
  expect(await codegen("diff", "--changeset")).toMatchObject({ status: 0 });
  expect(read(".changeset/catalog.md")).toMatch(/^---\n"@acme\/client": minor\n---\n/);
  await codegen("snapshot");
  expect(JSON.parse(read("schemas/released.json")).version).toBe("2.1.0");
});
