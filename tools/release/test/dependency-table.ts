import type { Dependency } from "./dependencies.js";

const UNKNOWN = "?";

/** The facts about a dependency that people know, and no file of it says. */
interface Known {
  readonly publishedBy: string;
  readonly reason: string;
}

/** Returns the page with its tables written anew; dates and reasons are kept. */
export function withTables(page: string, dependencies: readonly Dependency[]): string {
  const known = knownIn(page);
  const cells = (each: Dependency): readonly string[] => {
    const { publishedBy, reason, license } = known(each);
    const start = [`\`${each.name}\``, each.version, each.license ?? license, publishedBy];
    return each.usedBy.length > 0
      ? [
          ...start,
          each.usedBy.map((name) => name.replace("@hashkey-errors/", "")).join(", "),
          reason,
        ]
      : [...start, each.comesWith.join(", ")];
  };
  const rows = (direct: boolean) =>
    dependencies
      .filter(({ usedBy }) => usedBy.length > 0 === direct)
      .map((each) => `| ${cells(each).join(" | ")} |`);
  const start = ["package", "version", "license", "published by"];
  return [
    ["direct", [...start, "used by", "for"], rows(true)] as const,
    ["transitive", [...start, "comes with"], rows(false)] as const,
  ].reduce((text, [name, heading, lines]) => {
    const head = [`| ${heading.join(" | ")} |`, `|${" --- |".repeat(heading.length)}`];
    const table = [...head, ...lines].join("\n");
    const place = new RegExp(`(<!-- ${name}:[^\n]*-->\n)[^]*?(\n<!-- /${name} -->)`);
    return text.replace(place, (_, before, after) => `${before}${table}${after}`);
  }, page);
}

/** Returns the cells of a page that have to be filled in by hand. */
export function unknownCells(page: string): readonly string[] {
  return rowsOf(page)
    .filter((cells) => cells.includes(UNKNOWN))
    .map(([name = "", version = ""]) => `${name} ${version}`);
}

function knownIn(page: string) {
  const rows = rowsOf(page);
  return ({ name, version }: Dependency): Known & { readonly license: string } => {
    const ofName = rows.filter(([cell]) => cell === `\`${name}\``);
    const ofVersion = ofName.find((cells) => cells[1] === version);
    return {
      publishedBy: ofVersion?.[3] ?? UNKNOWN,
      license: ofVersion?.[2] ?? UNKNOWN,
      reason: ofName.find((cells) => cells.length === 6)?.[5] ?? UNKNOWN,
    };
  };
}

function rowsOf(page: string): readonly (readonly string[])[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(2, -2).split(" | "));
}
