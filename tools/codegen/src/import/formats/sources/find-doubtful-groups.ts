import { isAboutErrors, namesErrors, topicOf } from "../rows/about-errors.js";
import type { TableDocument } from "../rows/row.js";
import type { DeclaredGroup } from "./declared.js";

/**
 * The groups of which only a status or a code in the name speaks of errors, such as
 * `enum OrderStatus`, in a file that has surer ones and is not named after errors; in one that is,
 * the enums whose names do not speak of them at all, beside others that do.
 */
export function findDoubtfulGroups(
  document: TableDocument,
  groups: readonly DeclaredGroup[],
): ReadonlySet<DeclaredGroup> {
  const isSure = (text: string) => isAboutErrors(text.replaceAll(/status|code/gi, " "));
  if (!groups.some(({ title }) => isSure(title))) return new Set();
  if (isSure(topicOf(document))) return new Set(findOtherEnums(groups));
  return new Set(groups.filter(({ title }) => isAboutErrors(title) && !isSure(title)));
}

function findOtherEnums(groups: readonly DeclaredGroup[]): readonly DeclaredGroup[] {
  const enums = groups.filter(({ isEnum }) => isEnum);
  if (!enums.some(({ title }) => namesErrors(title))) return [];
  return enums.filter(({ title }) => !isAboutErrors(title));
}
