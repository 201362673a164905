import { isRead } from "../catalog/locale-state.js";
import { createProblem, type Problem } from "../problem/problem.js";
import { listSome } from "../std/list-some.js";
import type { IncomingText } from "./incoming.js";

/** Takes the texts that a file calls approved for reviewed ones. */
export function trustApprovals(texts: readonly IncomingText[]): readonly IncomingText[] {
  return texts.map((text) => (isOnlyApproved(text) ? { ...text, status: "reviewed" } : text));
}

/** Reports texts that are approved, and whose state does not say that somebody has read them. */
export function reportApprovals(texts: readonly IncomingText[]): readonly Problem[] {
  const approved = texts.filter(isOnlyApproved);
  const [first] = approved;
  if (first === undefined) return [];
  const names = listSome(
    approved.map(({ name }) => name),
    1,
  );
  const message = `approved="yes" does not make a text reviewed, since some tools set it on all texts that they save: ${names}`;
  return [
    createProblem("import", first.locate(), message, {
      severity: "warning",
      hint: 'if a native speaker has read them, set their state to "signed-off", or import with --trust-approved',
    }),
  ];
}

function isOnlyApproved({ isApproved, status }: IncomingText): boolean {
  return isApproved === true && status !== "todo" && !isRead(status);
}
