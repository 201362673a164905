/** Prints a row of a Markdown table. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Prints a Markdown table; every column but the first is aligned to the right. */
export function table(head: readonly string[], rows: readonly string[]): string {
  return [
    row(...head),
    row(...head.map((_, index) => (index === 0 ? "---" : "--:"))),
    ...rows,
    "",
  ].join("\n");
}
