import { existsSync, readFileSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";
import { findProject } from "../write/find-project.js";
import type { OutputFile } from "../write/output-file.js";

/** The workflows of a catalog, and where they go. */
export interface WorkflowPlan {
  /** The repository, whose `.github/workflows` they go to. */
  readonly project: string;
  readonly files: readonly OutputFile[];
}

/** The actions that are used, each pinned to the commit of a version. */
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const SETUP_NODE = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";

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
  const context: Context = {
    folder: toPosix(relative(project, root)),
    catalog: toPosix(relative(root, directory)) || ".",
    inProject: toPosix(relative(project, directory)),
    ...managerOf([root, project]),
  };
  const gate = { path: ".github/workflows/error-catalog.yml", text: printGate(context) };
  if (documentation === undefined) return { project, files: [gate] };
  const watch = {
    path: ".github/workflows/error-documentation.yml",
    text: printWatch(context, documentation),
  };
  return { project, files: [gate, watch] };
}

/** Why an address cannot be in a workflow; undefined if it can. */
export function documentationFault(address: string): string | undefined {
  const isWeb = URL.canParse(address) && new URL(address).protocol === "https:";
  return isWeb && /^[\w:/?#@!&'()*+,;=.~%-]+$/.test(address)
    ? undefined
    : `--documentation is not an https address: ${address}`;
}

interface Context {
  /** The folder with the package.json, from the repository; empty if it is the same. */
  readonly folder: string;
  /** The catalog's folder, from the folder with the package.json. */
  readonly catalog: string;
  /** The catalog's folder, from the repository. */
  readonly inProject: string;
  readonly install: string;
  /** The command line of codegen: never a package of another one that npx would fetch. */
  readonly codegen: string;
}

function managerOf(folders: readonly string[]): Pick<Context, "install" | "codegen"> {
  const has = (file: string) => folders.some((folder) => existsSync(join(folder, file)));
  if (has("yarn.lock")) {
    const install = "corepack enable && yarn install --immutable --mode=skip-build";
    return { install, codegen: "yarn codegen" };
  }
  const codegen = "npx --no -- codegen";
  if (!has("pnpm-lock.yaml")) return { install: "npm ci --ignore-scripts", codegen };
  const pnpm = folders.map(pnpmIn).find((found) => found !== undefined) ?? "pnpm";
  return { install: `npx -y ${pnpm} install --frozen-lockfile --ignore-scripts`, codegen };
}

/** The version of pnpm that a package.json names. */
function pnpmIn(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  return /"packageManager": *"(pnpm@[\d.]+)/.exec(readFileSync(file, "utf8"))?.[1];
}

function printGate(context: Context): string {
  return `# Checks the error catalog in every pull request, also one from a fork: it needs no right but to read.
# Written by codegen init --ci github; edit it as you like.
name: Error catalog
on:
  pull_request:

permissions:
  contents: read

jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
${printFolder(context)}    steps:
      # Two commits deep: the merge, and the branch that it goes into.
      - uses: ${CHECKOUT}
        with: { fetch-depth: 2, persist-credentials: false }
${printSetup(context)}
      - name: Check the catalog and its texts
        id: lint
        run: ${yaml(command(context, "lint", "--format github"))}
      - name: Compare the generated files
        if: \${{ !cancelled() }}
        run: ${yaml(command(context, "check", "--format github"))}
      - name: Show what the pull request changes
        if: \${{ !cancelled() && steps.lint.outcome == 'success' }}
        run: |
          if git cat-file -e ${quote(`HEAD^1:${posix.join(context.inProject, "catalog.yaml")}`)}; then
            ${command(context, "diff HEAD^1", "--format markdown")} >> "$GITHUB_STEP_SUMMARY"
          fi
      - name: Compare the changesets with what the changes require
        if: \${{ !cancelled() && steps.lint.outcome == 'success' }}
        run: ${yaml(command(context, "diff", "--check"))}
`;
}

function printWatch(context: Context, documentation: string): string {
  return `# Reads the documentation of the errors every week, and opens an issue when it has changed.
# Written by codegen init --ci github; edit it as you like.
name: Error documentation
on:
  schedule:
    - cron: "17 6 * * 1"
  workflow_dispatch:

permissions: {}

jobs:
${printImportJob(context, documentation)}
${ISSUE_JOB}`;
}

function printImportJob(context: Context, documentation: string): string {
  const file = `"$RUNNER_TEMP"/${fileNameOf(documentation)}`;
  const options = "--dry-run --keep-going --format markdown";
  const read = command(context, `import ${file}`, options);
  return `  # Runs the code of dependencies, and may only read.
  import:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    outputs:
      report: \${{ steps.import.outputs.report }}
${printFolder(context)}    steps:
      - uses: ${CHECKOUT}
        with: { persist-credentials: false }
${printSetup(context)}
      - name: Get the documentation
        env: { DOCUMENTATION: ${JSON.stringify(documentation)} }
        run: curl --fail --silent --show-error --location --proto =https --output ${file} "$DOCUMENTATION"
      - name: Compare it with the catalog
        id: import
        # A document with faults fails the import, and what could be read is reported all the same.
        run: |
          ${read} > "$RUNNER_TEMP"/report.md || [ -s "$RUNNER_TEMP"/report.md ]
          {
            echo "report<<END-OF-REPORT"
            head -c 60000 "$RUNNER_TEMP"/report.md
            echo
            echo "END-OF-REPORT"
          } >> "$GITHUB_OUTPUT"
`;
}

const ISSUE_JOB = `  # Runs nothing but the command line of GitHub.
  issue:
    needs: import
    if: \${{ contains(needs.import.outputs.report, '#') }}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      issues: write
    steps:
      - name: Open an issue, or update the one that is open
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          TITLE: The documentation of the errors has changed
          REPORT: \${{ needs.import.outputs.report }}
        run: |
          number=$(gh issue list --state open --search "in:title $TITLE" --json number,title --jq 'map(select(.title == env.TITLE)) | .[0].number // empty')
          if [ -n "$number" ]; then
            gh issue edit "$number" --body "$REPORT"
          else
            gh issue create --title "$TITLE" --body "$REPORT"
          fi
`;

function printSetup({ install }: Context): string {
  return `      - uses: ${SETUP_NODE}
        with: { node-version: 22, package-manager-cache: false }
      - run: ${install}`;
}

function printFolder({ folder }: Context): string {
  if (folder === "") return "";
  return `    defaults: { run: { working-directory: ${JSON.stringify(folder)} } }\n`;
}

function command({ codegen, catalog }: Context, words: string, options: string): string {
  const where = catalog === "schemas" ? "" : ` --catalog ${quote(catalog)}`;
  return `${codegen} ${words} ${options}${where}`;
}

/** The name of the downloaded file: its extension says how it is read. */
function fileNameOf(address: string): string {
  const name = new URL(address).pathname.split("/").at(-1) ?? "";
  return /^\w[\w.-]*\.\w+$/.test(name) ? name : "errors.html";
}

function toPosix(path: string): string {
  return path.split(sep).join("/");
}

/** A value of YAML in one line. */
function yaml(text: string): string {
  return /: | #/.test(text) ? JSON.stringify(text) : text;
}

/** A word of a shell's command line. */
function quote(word: string): string {
  return /^[\w./^:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
