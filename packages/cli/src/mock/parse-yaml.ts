import { parseDocument } from "yaml";
import type { Report } from "./reply.js";

/** Parses YAML; undefined where it is malformed, which is reported. */
export function parseYaml(text: string, report: Report): unknown {
  const document = parseDocument(text);
  for (const { message } of document.errors) report("YAML", message);
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that expand without end.
    report("YAML", error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
