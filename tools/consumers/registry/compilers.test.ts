import { expect } from "vitest";
import { fetched, versionOf } from "./fetched.js";
import { type Cell, cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("compilers");

const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const NODE16 = { module: "node16", moduleResolution: "node16" };

/** Compiles files with one compiler, strictly, libraries included. */
function compile(compiler: string, files: readonly string[], options: object) {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    resolveJsonModule: true,
    ...options,
  };
  project().write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  return project().run(process.execPath, [
    fetched(compiler, "bin/tsc"),
    "-p",
    ".",
    "--pretty",
    "false",
  ]);
}

const fine = { status: 0, output: "" };

for (const release of ["5.0", "5.4", "5.9", "6", "7"]) {
  const name = `typescript-${release}`;
  const compiler = { consumer: "TypeScript", version: versionOf(name) };
  for (const [mode, options] of Object.entries({
    nodenext: NODENEXT,
    node16: NODE16,
    bundler: BUNDLER,
  }))
    for (const exactOptionalPropertyTypes of [true, false])
      cell(
        {
          ...compiler,
          how: `\`${mode}\`, \`exactOptionalPropertyTypes\` ${exactOptionalPropertyTypes ? "on" : "off"}`,
        },
        () => {
          expect(compile(name, ["bot.ts"], { ...options, exactOptionalPropertyTypes })).toEqual(
            fine,
          );
        },
      );
  cell({ ...compiler, how: "JavaScript with types in JSDoc" }, () => {
    const options = { ...NODENEXT, allowJs: true, checkJs: true };
    expect(compile(name, ["checked.js"], options)).toEqual(fine);
  });

  /** A way that needs a newer compiler than some. */
  const since = (
    first: number,
    what: Omit<Cell, "consumer" | "version" | "fails">,
    fails: string,
    file: string,
    options: object,
    code: RegExp,
  ) => {
    const works = Number(release) >= first;
    cell({ ...compiler, ...what, ...(!works && { fails }) }, () => {
      const result = compile(name, [file], options);
      if (works) expect(result).toEqual(fine);
      else expect(result.output).toMatch(code);
    });
  };
  since(
    5.3,
    { how: 'the catalog, `with { type: "json" }`' },
    "import attributes came with TypeScript 5.3",
    "catalog.ts",
    NODENEXT,
    /TS1005/,
  );
  since(
    5.8,
    { how: "CommonJS that imports, `nodenext`" },
    "TypeScript knows `require()` of ES modules from 5.8 on: use `import()`",
    "imported.cts",
    NODENEXT,
    /TS1479/,
  );
  since(
    5.8,
    { how: "`import x = require()`, `nodenext`" },
    "TypeScript knows `require()` of ES modules from 5.8 on: use `import()`",
    "required.cts",
    NODENEXT,
    /TS1471/,
  );
  cell(
    {
      ...compiler,
      how: "CommonJS that imports, `node16`",
      fails: "`node16` is Node 16, which cannot `require()` an ES module: use `nodenext`",
    },
    () => {
      expect(compile(name, ["imported.cts"], NODE16).output).toMatch(/TS1479/);
    },
  );
}
