import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { git } from "../test/git.js";
import {
  commit,
  createRepository,
  GATE,
  type Project,
  type Step,
  stepsIn,
} from "../test/init/workflow-repository.js";
import { bin } from "../test/start.js";

const WATCH = ".github/workflows/error-documentation.yml";
const DOCUMENTATION = "https://docs.acme.example/api/errors.md?version=2";

/** Checks out the merge of the branch into main, as GitHub does for a pull request. */
function mergeIntoMain(project: Project): void {
  commit(project);
  git(project, "switch", "--quiet", "main");
  git(project, "merge", "--quiet", "--no-ff", "--message", "merge", "change");
}

/** Runs the steps of a job, with commands of its own in the place of npx, curl and gh. */
function runSteps(
  project: Project,
  steps: readonly Step[],
  commands: Readonly<Record<string, string>> = {},
) {
  const tools = join(project.root, "node_modules/.tools");
  const shims = { npx: `shift 3\nexec "${process.execPath}" "${bin}" "$@"`, ...commands };
  for (const [name, text] of Object.entries(shims)) {
    project.write(`node_modules/.tools/${name}`, `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(tools, name), 0o755);
  }
  const [summary, output] = [join(tools, "summary"), join(tools, "output")];
  for (const file of [summary, output]) writeFileSync(file, "");
  const results = steps.map(({ name, run = "", env = {} }) => {
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", run], {
      cwd: project.root,
      encoding: "utf8",
      env: {
        ...process.env,
        ...env,
        NO_COLOR: "1",
        PATH: `${tools}:${process.env.PATH}`,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_OUTPUT: output,
        GITHUB_WORKSPACE: project.root,
        RUNNER_TEMP: tools,
      },
    });
    return { name, status, stdout, stderr };
  });
  const statuses = results.map(({ status }) => status);
  const printed = results.map(({ stdout }) => stdout).join("");
  const read = (file: string) => readFileSync(file, "utf8");
  return { statuses, printed, results, summary: read(summary), output: read(output) };
}

test("the gate passes a change with what it requires, and shows it in the summary", async () => {
  const project = await createRepository();
  const file = "schemas/catalog/errors.yaml";
  project.write(file, project.read(file).replace("httpStatus: 404", "httpStatus: 410"));
  await project.codegen("generate");
  mergeIntoMain(project);
  const { statuses, summary, output } = runSteps(project, stepsIn(project, GATE, "gate"));
  expect(statuses).toEqual([0, 0, 0, 0]);
  expect(summary).toContain("These changes require a **major** release.");
  expect(summary).toContain("`ITEM_NOT_FOUND` (1001): httpStatus changed from `404` to `410`");
  expect(reportIn(output)).toBe(`${summary}\n`);
});

test("the gate annotates what is wrong with the catalog and its files", async () => {
  const project = await createRepository();
  const file = "schemas/catalog/errors.yaml";
  project.write(file, project.read(file).replace("httpStatus: 404", "httpStatus: 410"));
  mergeIntoMain(project);
  const outdated = runSteps(project, stepsIn(project, GATE, "gate"));
  expect(outdated.statuses).toEqual([0, 1, 0, 0]);
  expect(outdated.printed).toContain("::error file=schemas/generated/");

  project.write(file, project.read(file).replace("retry: after-fix", "retry: at-once"));
  const [lint] = stepsIn(project, GATE, "gate");
  const wrong = runSteps(project, lint === undefined ? [] : [lint]);
  expect(wrong.statuses).toEqual([1]);
  expect(wrong.printed).toMatch(/^::error file=schemas\/catalog\/errors\.yaml,line=\d+,col=\d+,/m);
});

test("the gate fails a change whose changesets bump too little", async () => {
  const project = await createRepository();
  await project.codegen("record");
  project.write(".changeset/small.md", '---\n"acme": patch\n---\n\nA fix.\n');
  const file = "schemas/catalog/errors.yaml";
  project.write(file, project.read(file).replace("httpStatus: 404", "httpStatus: 410"));
  await project.codegen("generate");
  mergeIntoMain(project);
  const { statuses, results } = runSteps(project, stepsIn(project, GATE, "gate"));
  expect(statuses).toEqual([0, 0, 0, 1]);
  expect(results.at(-1)?.stderr).toContain("the catalog changes require a major release, but");
});

/** The text of the output `report`, as GitHub reads it. */
function reportIn(output: string): string | undefined {
  return /^report<<([^\n]+)\n(.*)\1\n$/s.exec(output)?.[2];
}

test("only the branches of the repository get a comment, from a job that runs no code of theirs", async () => {
  const project = await createRepository();
  const { jobs } = parse(project.read(GATE)) as {
    jobs: Record<string, { if?: string; permissions?: object; steps: readonly object[] }>;
  };
  const { gate, comment } = jobs;
  expect(gate?.permissions).toBeUndefined();
  expect(comment?.permissions).toEqual({ "pull-requests": "write" });
  expect(comment?.if).toContain(
    "github.event.pull_request.head.repo.full_name == github.repository",
  );
  expect(comment?.steps.filter((step) => "uses" in step)).toEqual([]);
});

test("the gate's comment is made once, then updated, and not made without changes", async () => {
  const project = await createRepository();
  const run = (report: string, id: string) => {
    const env = { GH_REPO: "acme/errors", NUMBER: "7", REPORT: report };
    const steps = stepsIn(project, GATE, "comment").map((step) => ({ ...step, env }));
    const gh = `[ "$2" = --paginate ] && echo "${id}" || printf '%s|' "$@"`;
    return runSteps(project, steps, { gh }).printed;
  };
  const report = "### Retired $(touch planted)";
  const body = `body=<!-- error-catalog -->\n## The error catalog\n\n${report}|`;
  expect(run(report, "")).toBe(
    `api|--silent|--method|POST|repos/acme/errors/issues/7/comments|--raw-field|${body}`,
  );
  expect(run(report, "12")).toBe(
    `api|--silent|--method|PATCH|repos/acme/errors/issues/comments/12|--raw-field|${body}`,
  );
  expect(run("No changes.", "")).toBe("");
  expect(run("No changes.", "12")).toContain("|PATCH|");
  expect(existsSync(join(project.root, "planted"))).toBe(false);
});

/** Copies a document to where curl is told to put it. */
const curl = (document: string) =>
  `while [ "$1" != --output ]; do shift; done\ncp "${document}" "$2"`;

test("the second workflow reports a documentation that has changed, and nothing otherwise", async () => {
  const project = await createRepository("--documentation", DOCUMENTATION);
  const table = join(project.root, "table.md");
  const before = project.read("schemas/evidence/errors.md");
  const run = (text: string) => {
    writeFileSync(table, text);
    return runSteps(project, stepsIn(project, WATCH, "import"), { curl: curl(table) });
  };
  const same = run(before);
  expect(same.statuses).toEqual([0, 0]);
  expect(same.output).not.toContain("###");

  const changed = run(`${before.replace(/404/g, "410")}| 1003 | 429 | Quota exceeded | Wait. |\n`);
  expect(changed.statuses).toEqual([0, 0]);
  expect(changed.output).toContain("### New\n\n- 1003, line");
  expect(changed.output).toContain("### Changed\n\n- `ITEM_NOT_FOUND` (1001), line");
});

test("the second workflow opens an issue, and updates the one that is open", async () => {
  const project = await createRepository("--documentation", DOCUMENTATION);
  const steps = stepsIn(project, WATCH, "issue").map((step) => ({
    ...step,
    env: { TITLE: step.env?.TITLE ?? "", REPORT: "### New $(touch planted)" },
  }));
  const gh = (open: string) => `[ "$2" = list ] && echo "${open}" || printf '%s|' "$@"`;
  expect(runSteps(project, steps, { gh: gh("") }).printed).toBe(
    "issue|create|--title|The documentation of the errors has changed|--body|### New $(touch planted)|",
  );
  expect(runSteps(project, steps, { gh: gh("7") }).printed).toBe(
    "issue|edit|7|--body|### New $(touch planted)|",
  );
  expect(existsSync(join(project.root, "planted"))).toBe(false);
});
