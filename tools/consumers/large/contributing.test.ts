import { afterAll, beforeAll, expect, test } from "vitest";
import { CODE_EDITS } from "./contributing-code-edits.js";
import { CATALOG_EDITS, type TaughtEdit } from "./contributing-edits.js";
import { type ScratchRepository, scratchRepository, succeed } from "./scratch-repository.js";

// Each edit that CONTRIBUTING teaches, one after another in one copy of the repository, after the
// first release. Every test needs the edits of those before it.

let scratch: ScratchRepository;

beforeAll(() => {
  scratch = scratchRepository();
  succeed(scratch.pnpm("install", "--frozen-lockfile", "--prefer-offline"));
  succeed(scratch.pnpm("run", "bump"));
  scratch.commit();
});

afterAll(() => scratch.remove());

/**
 * Makes an edit, and runs what CONTRIBUTING says to run after it, but for the build of the
 * packages.
 */
function makeEdit({ make, generated = "", test: own }: TaughtEdit): void {
  const { pnpm, commit } = scratch;
  make(scratch);
  expect(succeed(pnpm("codegen", "generate")).output).toContain(generated);
  succeed(pnpm("codegen", "diff", "--changeset"));
  if (own !== undefined) {
    const [workspace, file] = own;
    succeed(pnpm("--dir", workspace, "exec", "vitest", "run", file));
  }
  commit();
}

for (const edit of [...CATALOG_EDITS, ...CODE_EDITS])
  test(`${edit.name}: generate succeeds, and diff writes the changeset`, () => makeEdit(edit));

// The edits add to each other, so that one look at the result sees all of them.
test("the packages are built, and format, lint, check and diff --check pass with all of these edits", () => {
  const { pnpm, git } = scratch;
  succeed(pnpm("generate"));
  succeed(pnpm("codegen", "diff", "--check"));
  succeed(pnpm("format"));
  succeed(pnpm("lint"));
  succeed(pnpm("check"));
  expect(git("status", "--porcelain")).toBe("");
});

test("merging two branches that each add an error needs one command", () => {
  const { git, pnpm, write, commit } = scratch;
  const addError = (branch: string, code: string) => {
    git("switch", "--quiet", "--create", branch, "main");
    write(`schemas/evidence/${branch}.txt`, `${code} Refused by ${branch}\n`);
    write(
      `schemas/catalog/${branch}.yaml`,
      `entries:
  - name: ${branch.toUpperCase()}_REJECTED
    code: "${code}"
    httpStatus: null
    message: Refused by ${branch}
    description: ""
    category: request
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: ${branch}.txt, line: 1 }]
`,
    );
    succeed(pnpm("codegen", "generate"));
    succeed(pnpm("codegen", "diff", "--changeset"));
    commit();
  };
  addError("alpha", "-9931");
  addError("beta", "-9932");
  expect(() => git("merge", "--quiet", "alpha")).toThrow();
  const conflicts = git("diff", "--name-only", "--diff-filter=U").trim().split("\n");
  expect(conflicts).toContain(".changeset/catalog.md");
  expect(conflicts.length).toBeGreaterThan(5);
  succeed(pnpm("codegen", "resolve"));
  git("commit", "--quiet", "--message=Merge");
  git("switch", "--quiet", "main");
  git("merge", "--quiet", "beta");
  succeed(pnpm("check"));
  succeed(pnpm("codegen", "diff", "--check"));
  expect(git("status", "--porcelain")).toBe("");
});

// `flow.test.ts` runs all tests after edits of each kind.
test("the tests of the catalog pass after all of these edits", () => {
  succeed(scratch.pnpm("--dir", "schemas", "run", "test"));
});
