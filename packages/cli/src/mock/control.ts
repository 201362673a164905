import { describeUnknown, findEntries } from "./error-reply.js";
import type { Journal } from "./journal.js";
import { loadScenario } from "./load-scenario.js";
import { quote } from "./read-fields.js";
import type { Received } from "./received.js";
import { isWord } from "./reply.js";
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
    case "HEAD journal":
      return printJournal(journal(), query);
    case "POST reset":
      reset();
      return toJson({ version: 1 });
    case "PUT scenario":
      return putScenario(body, reset);
    default:
      return toText(
        404,
        "The mock has GET /__mock/journal, POST /__mock/reset and PUT /__mock/scenario.",
      );
  }
}

function toJson(body: object): Sent {
  return { kind: "json", status: 200, body };
}

function toText(status: number, text: string): Sent {
  return { kind: "text", status, text: `${text}\n` };
}

const FILTERS: readonly string[] = ["method", "path", "id", "reply"];

/** What nobody knows is refused: a test that misspells it would count all requests, or none. */
function printJournal(journal: Journal, { method, reply, ...filter }: Received["query"]): Sent {
  const unknown = Object.keys(filter).find((name) => !FILTERS.includes(name));
  if (unknown !== undefined)
    return toText(400, `unknown filter ${quote(unknown)}: expected one of ${FILTERS.join(", ")}`);
  const replies = reply === undefined ? undefined : findWords(reply);
  if (replies?.length === 0) return toText(400, describeUnknown(reply ?? ""));
  return toJson(journal.print({ ...filter, method: method?.toUpperCase(), replies }));
}

/** Returns the words that the journal has for a reply, which may be the code of several errors. */
function findWords(reply: string): readonly string[] {
  return isWord(reply) ? [reply] : findEntries(reply).map(({ name }) => name);
}

async function putScenario(body: string, reset: Controlled["reset"]): Promise<Sent> {
  const problems: string[] = [];
  const scenario = await loadScenario(body, (where, problem) =>
    problems.push(`${where}: ${problem}`),
  );
  if (problems.length > 0) return toText(400, problems.join("\n"));
  reset(scenario);
  return toJson({ version: 1 });
}
