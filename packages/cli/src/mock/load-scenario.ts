import { parseJson } from "../json/parse-json.js";
import { readScenario } from "./read-scenario.js";
import type { Report } from "./reply.js";
import { EMPTY_SCENARIO, type Scenario } from "./scenario.js";

/** Reads a scenario from JSON or YAML, and reports every problem in it. */
export async function loadScenario(text: string, report: Report): Promise<Scenario> {
  const json = parseJson(text);
  if (json !== undefined) return readScenario(json, report);
  // Only a scenario needs the parser, which is large.
  const { parseYaml } = await import("./parse-yaml.js");
  const value = parseYaml(text, report);
  return value === undefined ? EMPTY_SCENARIO : readScenario(value, report);
}
