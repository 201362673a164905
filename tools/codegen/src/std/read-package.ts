import { join } from "node:path";
import { readRegularText } from "./read-regular-file.js";

/** The members of a folder's package.json; none without one that npm can read. */
export function readPackage(folder: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readRegularText(join(folder, "package.json")));
    return typeof content === "object" && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}
