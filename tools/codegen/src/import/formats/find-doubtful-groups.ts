import { isAboutErrors, topicOf } from "./about-errors.js";
import type { DeclaredGroup } from "./declared.js";
import type { TableDocument } from "./row.js";

/**
 * The groups of which only a status or a code in the name speaks of errors, such as
 * `enum OrderStatus`, in a file that has surer ones and is not named after errors.
 */
export function findDoubtfulGroups(
  document: TableDocument,
  groups: readonly DeclaredGroup[],
): ReadonlySet<DeclaredGroup> {
  const isSure = (text: string) => isAboutErrors(text.replaceAll(/status|code/gi, " "));
  if (isSure(topicOf(document)) || !groups.some(({ title }) => isSure(title))) return new Set();
  return new Set(groups.filter(({ title }) => isAboutErrors(title) && !isSure(title)));
}
