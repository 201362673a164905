import type { Wire } from "../../catalog/catalog.js";
import { groupBy } from "../../std/group-by.js";
import type { GeneratedFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/**
 * Writes the function that says what an HTTP status means; the statuses that mean the same once.
 */
export function addStatusAdvice(file: GeneratedFile, { statuses }: Wire): void {
  const groups = groupBy(Object.entries(statuses), ([, { outcome, retry }]) =>
    printAdvice(outcome, retry),
  );
  const parameter = groups.size > 0 ? "httpStatus" : "_httpStatus";
  const cases = [...groups].map(([advice, facts]) => {
    const isMeant = facts.map(([status]) => `${parameter} === ${status}`);
    return `if (${isMeant.join(" || ")}) ${advice}`;
  });
  file.line();
  file.function(
    "Returns what an HTTP status says of a request whose response no error explains; by default, what is most careful.",
    `adviceOf(${parameter}: number | null): Pick<InvalidResponse, "outcome" | "retry">`,
    [...cases, printAdvice()],
  );
}

function printAdvice(outcome = "unknown", retry = "after-reconcile"): string {
  return `return { outcome: ${printLiteral(outcome)}, retry: ${printLiteral(retry)} };`;
}
