import { type Dirent, existsSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";

/**
 * Returns the files that a pattern names, sorted: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for folders
 * of any depth. A name that exists is not a pattern, nor is one without such signs. Shells
 * expand patterns themselves, except in quotes and on Windows.
 */
export function expandFiles(pattern: string): readonly string[] {
  if (pattern === "-" || !/[*?[{]/.test(pattern) || existsSync(pattern)) return [pattern];
  const found = expandBraces(pattern).flatMap((each) => {
    const { root } = parse(each);
    const steps = each.slice(root.length).split(/[\\/]+/);
    return match(root, steps);
  });
  return [...new Set(found)].sort();
}

function expandBraces(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const before = pattern.slice(0, braces.index);
  const after = pattern.slice(braces.index + braces[0].length);
  return (braces[1] ?? "").split(",").flatMap((part) => expandBraces(before + part + after));
}

/** Returns the paths below a folder that match the steps of a pattern. */
function match(folder: string, [step = "", ...rest]: readonly string[]): readonly string[] {
  if (step === "**") {
    // A link could lead in a circle.
    const below = namesIn(folder, (entry) => entry.isDirectory()).filter(isVisible);
    return [
      ...match(folder, rest),
      ...below.flatMap((name) => match(join(folder, name), ["**", ...rest])),
    ];
  }
  const isLast = rest.length === 0;
  return namesOf(folder, step, isLast).flatMap((name) => {
    const path = join(folder, name);
    return isLast ? [path] : match(path, rest);
  });
}

function namesOf(folder: string, step: string, isLast: boolean): readonly string[] {
  if (!/[*?[]/.test(step)) return existsSync(join(folder, step)) ? [step] : [];
  const pattern = toPattern(step);
  const isWanted = (entry: Dirent) =>
    entry.isSymbolicLink() || (isLast ? entry.isFile() : entry.isDirectory());
  return namesIn(folder, isWanted).filter(
    (name) => pattern.test(name) && (step.startsWith(".") || isVisible(name)),
  );
}

function isVisible(name: string): boolean {
  return !name.startsWith(".");
}

function toPattern(step: string): RegExp {
  const source = step
    .replaceAll(/[\\^$+.()|{}]/g, "\\$&")
    .replaceAll("[!", "[^")
    .replaceAll(/\*+/g, ".*")
    .replaceAll("?", ".");
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A bracket that nothing closes.
    return new RegExp(`^${source.replaceAll("[", "\\[")}$`);
  }
}

function namesIn(folder: string, isWanted: (entry: Dirent) => boolean): readonly string[] {
  try {
    const entries = readdirSync(folder || ".", { withFileTypes: true });
    return entries.filter(isWanted).map(({ name }) => name);
  } catch {
    // A folder that may not be read has nothing that fits.
    return [];
  }
}
