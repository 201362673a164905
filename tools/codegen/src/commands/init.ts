import { existsSync } from "node:fs";
import { posix, resolve } from "node:path";
import pc from "picocolors";
import { hasChangesets } from "../diff/changeset.js";
import { findExisting } from "../init/find-existing.js";
import { initCatalog } from "../init/init-catalog.js";
import { initGitattributes } from "../init/init-gitattributes.js";
import { initPackages } from "../init/init-packages.js";
import { planInit } from "../init/init-plan.js";
import {
  documentationFault,
  planWorkflows,
  type WorkflowPlan,
  workflowFolderFault,
} from "../init/init-workflows.js";
import { type NextStep, nextSteps, workflowSteps } from "../init/next-steps.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { editFiles } from "../write/edit-files.js";
import type { OutputFile } from "../write/output-file.js";
import { type Command, defineCommand, type ExitCode } from "./program/command.js";

/** `codegen init`. */
export const command: Command = defineCommand({
  name: "init",
  summary: "create a catalog with two example entries, or its workflows; overwrites nothing",
  examples: [
    'init --id acme-errors --title "Acme API errors"',
    "init --catalog errors --layout packages --name @acme/errors",
    'init --error "errors[]" --code extensions.code --failed success=false',
    "init --table error-codes.html",
    "init --ci github --documentation https://docs.acme.example/errors.html",
  ],
  options: {
    layout: {
      summary: "generate one folder of source code, or three packages",
      choices: ["folder", "packages"],
      default: "folder",
    },
    id: { summary: "identity of the catalog (default: <project>-errors)", value: "<id>" },
    title: { summary: "title of the catalog, such as Acme API errors", value: "<title>" },
    out: {
      summary: "folder for the generated code (default: src/<id>, or packages)",
      value: "<folder>",
    },
    name: { summary: "prefix of the package names (default: @scope/<id>)", value: "<name>" },
    error: {
      summary: "where an error stands in a response, such as error, Response.Error or errors[]",
      value: "<path>",
    },
    code: {
      summary: "where an error has its code; of several paths, the first with a value",
      value: "<paths>",
      isList: true,
      default: "code",
    },
    message: {
      summary: "where an error has its message",
      value: "<paths>",
      isList: true,
      default: "message",
    },
    success: { summary: "codes that mean success, such as 0,OK", value: "<codes>", isList: true },
    failed: {
      summary: "what says that a request failed, such as success=false or status=400",
      value: "<member=value>",
      isList: true,
    },
    table: {
      summary: "error table to import; the catalog starts without example entries",
      value: "<document>",
    },
    ci: {
      summary: "write a workflow that checks pull requests, also for a catalog that exists",
      choices: ["github"],
    },
    documentation: {
      summary: "with --ci, a second workflow: opens an issue when this page has changed",
      value: "<url>",
    },
  },
  async run({ catalog: folder, ci, documentation, ...options }) {
    const workflows = ci && prepareWorkflows(folder, documentation);
    if (ci === undefined && documentation !== undefined)
      throw new UserError("--documentation needs --ci github");
    if (workflows !== undefined && existsSync(resolve(folder, "catalog.yaml")))
      return writeWorkflows(workflows, folder);
    const { plan, errors } = planInit(process.cwd(), folder, options);
    if (errors.length > 0) throw new UserError(errors.join("\n"));
    const files = [...initCatalog(plan), ...initPackages(plan), ...initGitattributes(plan)];
    const generated = posix.join(plan.catalogFolder, "generated");
    const folders = [...Object.values(plan.partFolders), generated];
    const { missing, taken } = findExisting(plan.root, files, folders);
    if (taken.length > 0) {
      for (const path of taken) console.error(`  ${path}`);
      throw new UserError(
        "these already exist: move them, or choose another --catalog, --id or --out; nothing was written",
        1,
      );
    }
    const steps = nextSteps(plan);
    // The manifest is last: until it is there, every command says that there is no catalog.
    const manifest = posix.join(plan.catalogFolder, "catalog.yaml");
    const isManifest = ({ path }: OutputFile) => path === manifest;
    const inOrder = [...files.filter((file) => !isManifest(file)), ...files.filter(isManifest)];
    // What an interrupted run has written is written again: it may have left a part beside it.
    editFiles(
      plan.root,
      inOrder.map((file) => {
        const { path, text } = file;
        return { path, before: missing.includes(file) ? undefined : text, after: text };
      }),
    );
    for (const { path } of files) console.log(`  ${path}`);
    const entries = plan.table === undefined ? "two example entries" : "no entries yet";
    console.log(`\n${pc.green(`${plan.title} (${plan.id})`)}: ${entries}. Next:\n`);
    printSteps(steps);
    return workflows === undefined ? 0 : writeWorkflows(workflows, folder);
  },
});

/** Plans the workflows of a catalog, and refuses what cannot be written before anything is. */
function prepareWorkflows(folder: string, documentation: string | undefined): WorkflowPlan {
  const fault =
    workflowFolderFault(folder) ??
    (documentation === undefined ? undefined : documentationFault(documentation));
  if (fault !== undefined) throw new UserError(fault);
  const plan = planWorkflows(process.cwd(), folder, documentation);
  const { missing, taken } = findExisting(plan.project, plan.files);
  if (taken.length === 0) return { ...plan, files: missing };
  const paths = taken.map((path) => pathFromCurrentFolder(plan.project, path));
  throw new UserError(`${paths.join(", ")} exists already; nothing was written`, 1);
}

function writeWorkflows({ project, files }: WorkflowPlan, folder: string): ExitCode {
  editFiles(
    project,
    files.map(({ path, text }) => ({ path, before: undefined, after: text })),
  );
  for (const { path } of files) console.log(`wrote ${pathFromCurrentFolder(project, path)}`);
  printSteps(workflowSteps(process.cwd(), hasChangesets(resolve(folder))));
  return 0;
}

function printSteps(steps: readonly NextStep[]): void {
  for (const [step, what] of steps) console.log(`  ${step}\n    ${pc.dim(what)}`);
}
