import { parse } from "yaml";

type Permissions = Readonly<Record<string, string>> | string;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly permissions?: Permissions;
  readonly environment?: string;
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly secrets?: unknown;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The triggers that start a run with rights or secrets before anybody has seen its code. */
const TRIGGERS = ["pull_request", "push", "workflow_call", "workflow_dispatch", "schedule"];

/** The only commands of a job that may write or publish: scripts of `tools/release`. */
const OWN_SCRIPT = /^node tools\/release\/[\w-]+\.js( [\w./-]+| "\$[A-Z_]+")*$/;

/** Returns what is unsafe in a workflow, as actionlint does not. */
export function workflowFaults(text: string): readonly string[] {
  const { on, permissions, jobs } = parse(text) as Workflow;
  return [
    ...Object.keys(on)
      .filter((trigger) => !TRIGGERS.includes(trigger))
      .map((trigger) => `the trigger ${trigger} runs with rights on code that nobody has seen`),
    ...(isReadOnly(permissions) ? [] : ["the workflow gives all jobs more than contents: read"]),
    ...(text.includes("secrets") ? ["a secret is used: a release needs none"] : []),
    ...unpinned(text),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      jobFaults(job).map((fault) => `${name}: ${fault}`),
    ),
  ];
}

/** Actions are pinned by the hash of a commit, and say which version that is. */
function unpinned(text: string): readonly string[] {
  return [...text.matchAll(/uses: *(.*)/g)]
    .map(([, uses = ""]) => uses)
    .filter((uses) => !/^(\.\/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(uses))
    .map((uses) => `${uses} is not pinned to a commit, with its version`);
}

function jobFaults(job: Job): readonly string[] {
  const rights = writesOf(job.permissions);
  const steps = job.steps ?? [];
  return [
    ...(job.uses === undefined && job["timeout-minutes"] === undefined ? ["no timeout"] : []),
    ...(/latest/.test(job["runs-on"] ?? "") ? ["the machine's version is not pinned"] : []),
    ...steps.flatMap(stepFaults),
    ...(rights.length === 0 ? [] : steps.flatMap(privilegedFaults)),
    ...(rights.includes("id-token") ? identityFaults(job) : []),
  ];
}

function stepFaults({ uses = "", run = "", with: inputs = {} }: Step): readonly string[] {
  const keeps = uses.startsWith("actions/checkout@") && inputs["persist-credentials"] !== false;
  return [
    ...(run.includes("${{") ? [`an expression becomes part of a script: ${run}`] : []),
    ...(keeps ? ["the checkout keeps its credentials"] : []),
    ...(/cache@/.test(uses) || "cache" in inputs ? ["a cache may hold what another run left"] : []),
  ];
}

/** The commands of a job with a right: it may not run the code of a dependency. */
function privilegedFaults({ uses = "", run = "", with: inputs = {} }: Step): readonly string[] {
  const caches =
    uses.startsWith("actions/setup-node@") && inputs["package-manager-cache"] !== false;
  return [
    ...(run === "" || OWN_SCRIPT.test(run) ? [] : [`more than a script of a release runs: ${run}`]),
    ...(uses === "" || uses.startsWith("actions/") ? [] : [`an action of others runs: ${uses}`]),
    ...(caches ? ["setup-node may restore a cache"] : []),
  ];
}

/** The identity to publish is alone in its job, behind an environment. */
function identityFaults({ permissions, environment }: Job): readonly string[] {
  const others = Object.keys(permissions ?? {}).filter((right) => right !== "id-token");
  return [
    ...(others.length === 0 ? [] : [`the job that publishes also has ${others.join(", ")}`]),
    ...(environment === undefined ? ["the job that publishes has no environment"] : []),
  ];
}

/** Returns the rights that a job has beyond reading. */
function writesOf(permissions: Permissions | undefined): readonly string[] {
  if (permissions === undefined) return [];
  if (typeof permissions === "string") return permissions === "read-all" ? [] : ["all"];
  return Object.keys(permissions).filter((right) => permissions[right] === "write");
}

function isReadOnly(permissions: Permissions | undefined): boolean {
  return (
    typeof permissions === "object" &&
    Object.entries(permissions).every(
      ([right, access]) => right === "contents" && access === "read",
    )
  );
}
