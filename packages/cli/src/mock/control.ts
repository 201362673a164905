import type { Journal, JournalFilter } from "./journal.js";
import { loadScenario } from "./load-scenario.js";
import type { Received } from "./received.js";
import type { Scenario } from "./scenario.js";
import type { Sent } from "./send.js";

/** The path under which tests ask the mock and control it. */
export const CONTROL_PATH = "/__mock/";

/** The state on which the endpoints under `/__mock/` act. */
export interface Controlled {
  readonly journal: () => Journal;
  /** Forgets all requests and resources, and begins the scenario again, or another one. */
  readonly reset: (scenario?: Scenario) => void;
}

/** Answers a request to an endpoint of the mock itself. */
export async function answerControl(
  { method, path, query, body }: Received,
  { journal, reset }: Controlled,
): Promise<Sent> {
  switch (`${method} ${path.slice(CONTROL_PATH.length)}`) {
    case "GET journal":
      return toJson(journal().print(toFilter(query)));
    case "POST reset":
      reset();
      return toJson({ version: 1 });
    case "PUT scenario":
      return putScenario(body, reset);
    default:
      return {
        kind: "text",
        status: 404,
        text: "The mock has GET /__mock/journal, POST /__mock/reset and PUT /__mock/scenario.\n",
      };
  }
}

function toJson(body: object): Sent {
  return { kind: "json", status: 200, body };
}

const FILTERS = ["method", "path", "id", "reply"] as const;

function toFilter(query: Received["query"]): JournalFilter {
  const asked = FILTERS.filter((name) => Object.hasOwn(query, name));
  return Object.fromEntries(asked.map((name) => [name, query[name]]));
}

async function putScenario(body: string, reset: Controlled["reset"]): Promise<Sent> {
  const problems: string[] = [];
  const scenario = await loadScenario(body, (where, problem) =>
    problems.push(`${where}: ${problem}`),
  );
  if (problems.length > 0) return { kind: "text", status: 400, text: `${problems.join("\n")}\n` };
  reset(scenario);
  return toJson({ version: 1 });
}
