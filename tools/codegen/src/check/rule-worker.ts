import { takeJob } from "../custom/take-job.js";
import { load } from "../load/load.js";
import { createSession } from "../load/session.js";
import type { RuleJob } from "./custom-rules.js";
import { runRule } from "./run-rule.js";

// The thread that runs custom rules: it posts the result of each, in their order. It loads the
// catalog itself, since the places of its parts are functions, which no thread can send.

const { directory, edited, modules, port } = takeJob<RuleJob>();
const { catalog, places } = load(directory, { session: { ...createSession(), edited } });
for (const module of modules)
  port.postMessage(
    catalog === undefined ? { problems: [], faults: [] } : await runRule(catalog, places, module),
  );
