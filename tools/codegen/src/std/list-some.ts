/** Lists the first of many names, and the number of the others: `a, b and 3 more`. */
export function listSome(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).join(", ");
  return names.length > limit ? `${shown} and ${names.length - limit} more` : shown;
}
