// Asks the registry for known vulnerabilities of the production dependencies: `node
// tools/release/audit.js`. It fails if there is one, or if the registry cannot answer now. A
// registry that has no such endpoint, as mirrors often do, is said and passed over; the workflow
// ci.yml runs `pnpm audit` itself, where that fails too.
import { ask } from "./commands.js";

const { succeeded, stdout, stderr } = ask("pnpm", "audit", "--prod");
const output = `${stdout}${stderr}`;
const hasNoEndpoint =
  output.includes("ERR_PNPM_AUDIT_BAD_RESPONSE") && /responded with\s+(404|405|501)/.test(output);
if (hasNoEndpoint) {
  console.log("Not checked: the registry has no endpoint for audits.");
} else {
  console.log(output.trim());
  process.exitCode = succeeded ? 0 : 1;
}
