import { resolve } from "node:path";
import { showInLine } from "../characters/unseen.js";
import { posixRelative } from "../std/posix-path.js";
import { findProject } from "../write/find-project.js";
import type { OutputFile } from "../write/output-file.js";
import { printDocumentationWatch } from "./print-documentation-watch.js";
import { printGate } from "./print-gate.js";
import { managerOf, type WorkflowContext } from "./workflow-context.js";

/** The workflows of a catalog, and where they go. */
export interface WorkflowPlan {
  /** The repository, whose `.github/workflows` they go to. */
  readonly project: string;
  readonly files: readonly OutputFile[];
}

/**
 * Returns the workflows of GitHub for a catalog: one for pull requests, and with the address of the
 * documentation one that imports it every week. `root` is the folder that has the package.json.
 */
export function planWorkflows(
  root: string,
  catalogFolder: string,
  documentation: string | undefined,
): WorkflowPlan {
  const directory = resolve(root, catalogFolder);
  const project = findProject(directory);
  const context: WorkflowContext = {
    folder: posixRelative(project, root),
    catalog: posixRelative(root, directory) || ".",
    inProject: posixRelative(project, directory),
    ...managerOf([root, project]),
  };
  const gate = { path: ".github/workflows/error-catalog.yml", text: printGate(context) };
  if (documentation === undefined) return { project, files: [gate] };
  const watch = {
    path: ".github/workflows/error-documentation.yml",
    text: printDocumentationWatch(context, documentation),
  };
  return { project, files: [gate, watch] };
}

/** Returns the reason why a folder cannot be in a workflow, as code there; undefined if it can. */
export function workflowFolderFault(folder: string): string | undefined {
  const path = resolve(folder);
  if (path.includes("${{")) return `GitHub reads \${{ in the path of ${folder} as an expression`;
  return /\p{C}|[\u2028\u2029]/u.test(path)
    ? `the path of ${showInLine(folder)} has a character that a workflow cannot have`
    : undefined;
}

/** Returns the reason why an address cannot be in a workflow; undefined if it can. */
export function documentationFault(address: string): string | undefined {
  const isWeb = URL.canParse(address) && new URL(address).protocol === "https:";
  return isWeb && /^[\w:/?#@!&'()*+,;=.~%-]+$/.test(address)
    ? undefined
    : `--documentation is not an https address: ${address}`;
}
