import { extname } from "node:path";

/** The languages whose enums and constants are read. */
export type Language = "typescript" | "java" | "go" | "python";

const BY_EXTENSION: Readonly<Record<string, Language>> = {
  ".ts": "typescript",
  ".mts": "typescript",
  ".js": "typescript",
  ".mjs": "typescript",
  ".cjs": "typescript",
  ".typescript": "typescript",
  ".javascript": "typescript",
  ".java": "java",
  ".go": "go",
  ".golang": "go",
  ".py": "python",
  ".python": "python",
};

/** The language of a source file by its extension; undefined for any other file. */
export function languageOf(file: string): Language | undefined {
  return BY_EXTENSION[extname(file).toLowerCase()];
}
