import { expect } from "vitest";
import { parse } from "yaml";
import { git } from "../git.js";
import { createProject } from "./project.js";

/** The workflow of pull requests. */
export const GATE = ".github/workflows/error-catalog.yml";

export type Project = ReturnType<typeof createProject>;

/** A repository with a catalog and its workflows, on a branch beside main. */
export async function createRepository(...args: string[]): Promise<Project> {
  const project = createProject({ "package.json": '{ "type": "module", "version": "1.0.0" }' });
  git(project, "init", "--quiet", "--initial-branch", "main");
  await project.codegen("init");
  await project.codegen("generate");
  expect(await project.codegen("init", "--ci", "github", ...args)).toMatchObject({ status: 0 });
  commit(project);
  git(project, "switch", "--quiet", "--create", "change");
  return project;
}

/** Commits all that changed. */
export function commit(project: Project): void {
  git(project, "add", "--all");
  git(project, "commit", "--quiet", "--allow-empty", "--message", "change");
}

/** A step of a job. */
export interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The steps of a workflow that run a command, but for those that install. */
export function stepsIn({ read }: Project, workflow: string, job: string): readonly Step[] {
  const { jobs } = parse(read(workflow)) as { jobs: Record<string, { steps: readonly Step[] }> };
  return (jobs[job]?.steps ?? []).filter(({ name, run }) => name !== undefined && run);
}
