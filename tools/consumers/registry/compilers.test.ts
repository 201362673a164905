import { expect } from "vitest";
import { compileEach, type Program } from "./compile-each.js";
import { versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("compilers");

const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const NODE16 = { module: "node16", moduleResolution: "node16" };

const bot = (options: object): Program => ({ file: "bot.ts", options });
const exact = (options: object): Program => bot({ ...options, exactOptionalPropertyTypes: true });

const PROGRAMS = {
  nodenext: bot(NODENEXT),
  "nodenext-exact": exact(NODENEXT),
  node16: bot(NODE16),
  "node16-exact": exact(NODE16),
  bundler: bot(BUNDLER),
  "bundler-exact": exact(BUNDLER),
  javascript: { file: "checked.js", options: { ...NODENEXT, allowJs: true, checkJs: true } },
  catalog: { file: "catalog.ts", options: NODENEXT },
  importing: { file: "imported.cts", options: NODENEXT },
  requiring: { file: "required.cts", options: NODENEXT },
  "importing-node16": { file: "imported.cts", options: NODE16 },
} satisfies Readonly<Record<string, Program>>;

/** Features that need a newer compiler, and the errors that older ones report. */
const LATER: readonly {
  readonly how: string;
  readonly since: number;
  readonly fails: string;
  readonly program: keyof typeof PROGRAMS;
  readonly code: RegExp;
}[] = [
  {
    how: 'the catalog, `with { type: "json" }`',
    since: 5.3,
    fails: "TypeScript supports import attributes from 5.3 on",
    program: "catalog",
    code: /TS1005/,
  },
  {
    how: "CommonJS that imports, `nodenext`",
    since: 5.8,
    fails: "TypeScript supports `require()` of ES modules from 5.8 on: use `import()`",
    program: "importing",
    code: /TS1479/,
  },
  {
    how: "`import x = require()`, `nodenext`",
    since: 5.8,
    fails: "TypeScript supports `require()` of ES modules from 5.8 on: use `import()`",
    program: "requiring",
    code: /TS1471/,
  },
];

for (const release of ["5.0", "5.4", "5.9", "6", "7"]) {
  const name = `typescript-${release}`;
  const compiler = { consumer: "TypeScript", version: versionOf(name) };
  let errors: Readonly<Record<keyof typeof PROGRAMS, string>> | undefined;
  const errorsOf = (program: keyof typeof PROGRAMS) => {
    errors ??= compileEach(project(), name, PROGRAMS);
    return errors[program];
  };
  for (const mode of ["nodenext", "node16", "bundler"] as const)
    cell({ ...compiler, how: `\`${mode}\`, \`exactOptionalPropertyTypes\` on and off` }, () => {
      expect(errorsOf(mode)).toBe("");
      expect(errorsOf(`${mode}-exact`)).toBe("");
    });
  cell({ ...compiler, how: "JavaScript with types in JSDoc" }, () => {
    expect(errorsOf("javascript")).toBe("");
  });
  for (const { how, since, fails, program, code } of LATER) {
    const works = Number(release) >= since;
    cell({ ...compiler, how, ...(!works && { fails }) }, () => {
      if (works) expect(errorsOf(program)).toBe("");
      else expect(errorsOf(program)).toMatch(code);
    });
  }
  cell(
    {
      ...compiler,
      how: "CommonJS that imports, `node16`",
      fails: "`node16` means Node 16, which cannot `require()` an ES module: use `nodenext`",
    },
    () => {
      expect(errorsOf("importing-node16")).toMatch(/TS1479/);
    },
  );
}
