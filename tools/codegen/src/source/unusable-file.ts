import type { Location } from "../problem/problem.js";
import type { SourceFile } from "./source-file.js";
import { syntaxProblem } from "./syntax-problem.js";

/** Returns a file of which nothing can be checked. */
export function unusableFile(location: Location, message: string, hint?: string): SourceFile {
  return {
    file: location.file,
    value: undefined,
    mayMislead: false,
    problems: [syntaxProblem(location, message, hint)],
    locate: () => location,
    plainScalars: () => [],
  };
}
