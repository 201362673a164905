import { join } from "node:path";
import { readRegularText } from "./read-regular-file.js";

/** The members of a package.json, whose types nobody has checked. */
export type PackageJson = Readonly<Record<string, unknown>>;

/** Parses the text of a package.json. As for npm, it may begin with a byte order mark. */
export function parsePackage(text: string): PackageJson {
  const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  return typeof content === "object" && content !== null ? { ...content } : {};
}

/** The members of a folder's package.json; none without one that npm can read. */
export function readPackage(folder: string): PackageJson {
  try {
    return parsePackage(readRegularText(join(folder, "package.json")));
  } catch {
    return {};
  }
}
