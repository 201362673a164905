import { extname } from "node:path";

/**
 * The languages whose enums and constants are read. `enums` are those whose enums are alike in
 * braces, and of which no more is read.
 */
export type Language = "typescript" | "java" | "go" | "python" | "enums";

const ENUMS = [
  ...["proto", "protobuf", "proto3", "thrift", "graphql", "graphqls", "gql"],
  ...["c", "h", "cc", "cpp", "cxx", "hpp", "hh", "c++", "cs", "csharp", "kt", "kts", "kotlin"],
  ...["php", "rs", "rust", "swift"],
];

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
  ...Object.fromEntries(ENUMS.map((extension) => [`.${extension}`, "enums" as const])),
};

/** The language of a source file by its extension; undefined for any other file. */
export function languageOf(file: string): Language | undefined {
  return BY_EXTENSION[extname(file).toLowerCase()];
}
