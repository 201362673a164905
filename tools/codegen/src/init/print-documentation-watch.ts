import {
  CHECKOUT,
  command,
  printFolder,
  printSetup,
  type WorkflowContext,
} from "./workflow-context.js";

/** Prints the workflow that reads the documentation of the errors every week. */
export function printDocumentationWatch(context: WorkflowContext, documentation: string): string {
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

function printImportJob(context: WorkflowContext, documentation: string): string {
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
        # Name the options that the document was imported with, such as --columns.
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

/** The name of the downloaded file: its extension says how it is read. */
function fileNameOf(address: string): string {
  const name = new URL(address).pathname.split("/").at(-1) ?? "";
  return /^\w[\w.-]*\.\w+$/.test(name) ? name : "errors.html";
}
