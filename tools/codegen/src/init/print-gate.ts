import { posix } from "node:path";
import {
  CHECKOUT,
  command,
  printFolder,
  printSetup,
  quote,
  type WorkflowContext,
  yaml,
} from "./workflow-context.js";

/** Prints the workflow that checks the catalog in every pull request. */
export function printGate(context: WorkflowContext): string {
  return `# Checks the error catalog in every pull request, also one from a fork.
# Written by codegen init --ci github; edit it as you like.
name: Error catalog
on:
  pull_request:

permissions:
  contents: read

jobs:
  # Runs the code of the pull request and of dependencies, and may only read.
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    outputs:
      report: \${{ steps.changes.outputs.report }}
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
        id: changes
        if: \${{ !cancelled() && steps.lint.outcome == 'success' }}
        run: |
          if git cat-file -e ${quote(`HEAD^1:${posix.join(context.inProject, "catalog.yaml")}`)}; then
            ${command(context, "diff HEAD^1", "--format markdown")} > "$RUNNER_TEMP"/changes.md
            cat "$RUNNER_TEMP"/changes.md >> "$GITHUB_STEP_SUMMARY"
            # The text of the pull request cannot know where the output ends.
            end=$(node --print "crypto.randomUUID()")
            {
              echo "report<<$end"
              head -c 60000 "$RUNNER_TEMP"/changes.md
              echo
              echo "$end"
            } >> "$GITHUB_OUTPUT"
          fi
      - name: Compare the changesets with what the changes require
        if: \${{ !cancelled() && steps.lint.outcome == 'success' }}
        run: ${yaml(command(context, "diff", "--check"))}
${COMMENT_JOB}`;
}

/** Adds the changes as a comment; a fork's token may not, and its summary has the same text. */
const COMMENT_JOB = `
  # Runs nothing but the command line of GitHub.
  comment:
    needs: gate
    if: >-
      \${{ !cancelled() && needs.gate.outputs.report != '' && github.actor != 'dependabot[bot]' &&
      github.event.pull_request.head.repo.full_name == github.repository }}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pull-requests: write
    steps:
      - name: Comment what the pull request changes, or update the comment
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          NUMBER: \${{ github.event.pull_request.number }}
          REPORT: \${{ needs.gate.outputs.report }}
        run: |
          mark="<!-- error-catalog -->"
          body=$(printf '%s\\n## The error catalog\\n\\n%s' "$mark" "$REPORT")
          export mark
          id=$(gh api --paginate "repos/$GH_REPO/issues/$NUMBER/comments" --jq '.[] | select(.user.type == "Bot" and (.body | startswith(env.mark))) | .id' | head -n 1)
          if [ -n "$id" ]; then
            gh api --silent --method PATCH "repos/$GH_REPO/issues/comments/$id" --raw-field body="$body"
          elif grep -q '^###' <<< "$REPORT"; then
            gh api --silent --method POST "repos/$GH_REPO/issues/$NUMBER/comments" --raw-field body="$body"
          fi
`;
