import { posix } from "node:path";
import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { type InitPlan, PARTS, type Part } from "./init-plan.js";
import { workspaceManager } from "./workspace.js";

/** What each package is about. */
const DESCRIPTIONS: Readonly<Record<Part, string>> = {
  types: "types",
  validator: "reads every response into a typed result",
  messages: "in the language of the reader",
};

/** What can be imported of each package beside its main module. */
const SUBPATHS: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  types: { "./catalog": "generated/catalog", "./openapi": "generated/openapi" },
  validator: { "./fetch": "fetch", "./problem": "problem" },
  messages: { "./loaders": "generated/loaders", "./*": "generated/bundles/*" },
};

/** The formats that the messages come in for other libraries: data, which no compiler moves. */
const FORMATS = "./src/generated/formats";
const FORMAT_PATHS = {
  "./meta.json": `${FORMATS}/meta.json`,
  "./icu/*": `${FORMATS}/icu/*`,
  "./i18next/*": `${FORMATS}/i18next/*`,
  "./vue-i18n/*": `${FORMATS}/vue-i18n/*`,
  "./xliff/*": `${FORMATS}/xliff/*`,
};

/** A `package.json` and a `tsconfig.json` for each package: from then on they are edited by hand. */
export function initPackages(plan: InitPlan): readonly OutputFile[] {
  if (plan.layout !== "packages") return [];
  return PARTS.flatMap((part) => {
    const folder = posix.dirname(plan.sources[part]);
    return [
      { path: `${folder}/package.json`, text: printJson(packageJson(plan, part)) },
      { path: `${folder}/tsconfig.json`, text: printJson(tsconfig(plan, part)) },
    ];
  });
}

function packageJson(plan: InitPlan, part: Part): object {
  const paths = Object.entries({ ".": "index", ...SUBPATHS[part] }).map(([subpath, file]) => [
    subpath,
    { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  ]);
  const version = "0.1.0";
  // npm knows no protocol for siblings: it links what the range allows.
  const isNpm = [undefined, "npm"].includes(workspaceManager(plan.root));
  return {
    name: `${plan.name}-${part}`,
    version,
    description: `${plan.title}: ${DESCRIPTIONS[part]}`,
    type: "module",
    exports: {
      ...(part === "messages" && FORMAT_PATHS),
      ...Object.fromEntries(paths),
      "./package.json": "./package.json",
    },
    files: ["dist", "!dist/*.tsbuildinfo", ...(part === "messages" ? [FORMATS.slice(2)] : [])],
    sideEffects: false,
    engines: { node: ">=20.19" },
    scripts: { build: "tsc -b" },
    ...(part !== "types" && {
      dependencies: {
        [`${plan.name}-types`]: isNpm ? `^${version}` : "workspace:^",
      },
    }),
    devDependencies: { typescript: ">=5.4" },
  };
}

function tsconfig({ id }: InitPlan, part: Part): object {
  return {
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022"],
      types: [],
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      skipLibCheck: true,
      composite: true,
      rootDir: "src",
      outDir: "dist",
      tsBuildInfoFile: "dist/build.tsbuildinfo",
    },
    include: ["src"],
    // The compiler builds the types first.
    ...(part !== "types" && { references: [{ path: `../${id}-types` }] }),
  };
}
