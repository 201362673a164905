import { expect } from "vitest";
import { fetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("compilers");

const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const NODE16 = { module: "node16", moduleResolution: "node16" };

/** Compiles files with one compiler, strictly, declarations of libraries included. */
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

/** Features that need a newer compiler, and the errors that older ones report. */
const LATER: readonly {
  readonly how: string;
  readonly since: number;
  readonly fails: string;
  readonly file: string;
  readonly code: RegExp;
}[] = [
  {
    how: 'the catalog, `with { type: "json" }`',
    since: 5.3,
    fails: "TypeScript supports import attributes from 5.3 on",
    file: "catalog.ts",
    code: /TS1005/,
  },
  {
    how: "CommonJS that imports, `nodenext`",
    since: 5.8,
    fails: "TypeScript supports `require()` of ES modules from 5.8 on: use `import()`",
    file: "imported.cts",
    code: /TS1479/,
  },
  {
    how: "`import x = require()`, `nodenext`",
    since: 5.8,
    fails: "TypeScript supports `require()` of ES modules from 5.8 on: use `import()`",
    file: "required.cts",
    code: /TS1471/,
  },
];

for (const release of ["5.0", "5.4", "5.9", "6", "7"]) {
  const name = `typescript-${release}`;
  const compiler = { consumer: "TypeScript", version: versionOf(name) };
  for (const [mode, options] of Object.entries({
    nodenext: NODENEXT,
    node16: NODE16,
    bundler: BUNDLER,
  }))
    cell({ ...compiler, how: `\`${mode}\`, \`exactOptionalPropertyTypes\` on and off` }, () => {
      for (const exactOptionalPropertyTypes of [true, false])
        expect(compile(name, ["bot.ts"], { ...options, exactOptionalPropertyTypes })).toEqual(fine);
    });
  cell({ ...compiler, how: "JavaScript with types in JSDoc" }, () => {
    const options = { ...NODENEXT, allowJs: true, checkJs: true };
    expect(compile(name, ["checked.js"], options)).toEqual(fine);
  });
  for (const { how, since, fails, file, code } of LATER) {
    const works = Number(release) >= since;
    cell({ ...compiler, how, ...(!works && { fails }) }, () => {
      const result = compile(name, [file], NODENEXT);
      if (works) expect(result).toEqual(fine);
      else expect(result.output).toMatch(code);
    });
  }
  cell(
    {
      ...compiler,
      how: "CommonJS that imports, `node16`",
      fails: "`node16` means Node 16, which cannot `require()` an ES module: use `nodenext`",
    },
    () => {
      expect(compile(name, ["imported.cts"], NODE16).output).toMatch(/TS1479/);
    },
  );
}
