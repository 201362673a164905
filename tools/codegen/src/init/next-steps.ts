import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { readTextIfPresent } from "../std/read-regular-file.js";
import { gitattributes, hasGitattributes } from "./init-gitattributes.js";
import { type InitPlan, PARTS } from "./init-plan.js";
import { workspaceManager } from "./workspace-manager.js";

/** A command to run or a file to edit, and what it does. */
export type NextStep = readonly [step: string, what: string];

/** The next steps after a catalog was started, in order. */
export function nextSteps(plan: InitPlan): readonly NextStep[] {
  const { root, catalogFolder, layout, table } = plan;
  const option = catalogFolder === "schemas" ? "" : ` --catalog ${quote(catalogFolder)}`;
  const codegen = (command: string) => `npx ${commandName(root)} ${command}${option}`;
  const generate = codegen("generate");
  return [
    ...(table === undefined
      ? []
      : [
          [
            codegen(`import ${quote(table)}`),
            "creates a draft entry for each row, for you to review",
          ] as const,
          [codegen("locale add en"), "begins the English texts in the API's own words"] as const,
        ]),
    ...(layout === "folder" ? folderSteps(plan, generate) : packageSteps(plan, generate)),
    ...(table === undefined ? [editStep(plan)] : []),
    [codegen("locale add de"), "adds a language"],
    ...(hasGitattributes(plan) ? [attributesStep(plan)] : []),
  ];
}

function folderSteps({ partFolders }: InitPlan, generate: string): readonly NextStep[] {
  const folder = posix.dirname(partFolders.types);
  return [[generate, `generates types, validator and messages in ${folder}/`]];
}

function packageSteps({ root, partFolders }: InitPlan, generate: string): readonly NextStep[] {
  const folders = PARTS.map((part) => posix.dirname(partFolders[part]));
  const parent = posix.dirname(posix.dirname(partFolders.types));
  const manager = workspaceManager(root);
  const link =
    manager === undefined
      ? `npm pkg set "workspaces[]=${parent}/*" && npm install`
      : `${manager} install`;
  return [
    [generate, `generates the code of ${folders.join(", ")}`],
    [link, "links the packages"],
    [`npx tsc -b ${folders.map(quote).join(" ")}`, "compiles them"],
  ];
}

function editStep({ catalogFolder }: InitPlan): NextStep {
  return [
    posix.join(catalogFolder, "catalog/errors.yaml"),
    "replace these two entries with the errors of your API, each citing a line of evidence",
  ];
}

function attributesStep(plan: InitPlan): NextStep {
  const lines = gitattributes(plan).map((line) => `      ${line}`);
  return [
    ".gitattributes",
    `add these lines, so that Git keeps line endings as they are generated:\n${lines.join("\n")}`,
  ];
}

/** The steps that the workflows need: they run the codegen of the project, and fetch none. */
export function workflowSteps(root: string, hasChangesets: boolean): readonly NextStep[] {
  const name = commandName(root);
  const steps: NextStep[] = [];
  if (name !== "codegen")
    steps.push([`npm install --save-dev ${name}`, "the workflows run the codegen of the project"]);
  if (!hasChangesets)
    steps.push([
      "npx @changesets/cli init",
      "diff --check compares the changes with changesets; without them, remove the last step of the job gate",
    ]);
  return steps;
}

/**
 * Returns the words that run this package: its command if it is installed, else its name, which
 * fetches it.
 */
function commandName(root: string): string {
  const { name } = createRequire(import.meta.url)("../../package.json") as { name: string };
  const text = readTextIfPresent(join(root, "package.json")) ?? "";
  return text.includes(JSON.stringify(name)) ? "codegen" : name;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
