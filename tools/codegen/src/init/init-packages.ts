import { posix } from "node:path";
import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { type InitPlan, PARTS, type Part } from "./init-plan.js";
import { workspaceManager } from "./workspace-manager.js";

/** The description of each package. */
const DESCRIPTIONS: Readonly<Record<Part, string>> = {
  types: "types",
  validator: "reads every response into a typed result",
  messages: "in the language of the reader",
};

/** The modules of each package beside its main one. */
const SUBPATHS: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  types: {
    "./catalog": "generated/catalog",
    "./openapi": "generated/openapi",
    "./wire": "generated/wire",
  },
  validator: {
    "./fetch": "fetch",
    "./next-step": "next-step",
    "./body": "body",
    "./batch": "batch",
    "./telemetry": "telemetry",
    "./problem": "problem",
  },
  messages: { "./loaders": "generated/loaders", "./*": "generated/bundles/*" },
};

/**
 * The messages in the formats of other libraries. They are data, so no compiler copies them to
 * `dist`.
 */
const FORMATS = "./src/generated/formats";
const FORMAT_PATHS = {
  "./meta.json": `${FORMATS}/meta.json`,
  "./icu/*": `${FORMATS}/icu/*`,
  "./i18next/*": `${FORMATS}/i18next/*`,
  "./vue-i18n/*": `${FORMATS}/vue-i18n/*`,
  "./xliff/*": `${FORMATS}/xliff/*`,
};

/** The `package.json` and `tsconfig.json` of each package. From then on they are edited by hand. */
export function initPackages(plan: InitPlan): readonly OutputFile[] {
  if (plan.layout !== "packages") return [];
  return PARTS.flatMap((part) => {
    const folder = posix.dirname(plan.partFolders[part]);
    return [
      { path: `${folder}/package.json`, text: printJson(toPackageJson(plan, part)) },
      { path: `${folder}/tsconfig.json`, text: printJson(toTsconfig(plan, part)) },
    ];
  });
}

function toPackageJson(plan: InitPlan, part: Part): object {
  const paths = Object.entries({ ".": "index", ...SUBPATHS[part] }).map(([subpath, file]) => [
    subpath,
    { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  ]);
  const version = "0.1.0";
  // npm has no protocol for workspace packages: it links a sibling that the range allows.
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

function toTsconfig({ partFolders }: InitPlan, part: Part): object {
  const typesFolder = posix.basename(posix.dirname(partFolders.types));
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
    // The types are built first.
    ...(part !== "types" && { references: [{ path: `../${typesFolder}` }] }),
  };
}
