import { api } from "../generated/api.js";
import { loaders } from "../generated/loaders.js";
import type { MessageBundle } from "../generated/messages.js";
import { developerTexts, readerMessages } from "../terminal/reader-messages.js";
import { terminalWidth } from "../terminal/width.js";
import { printJson, visible } from "../text/visible.js";
import { ask } from "./ask.js";
import { type ExplainedError, explainFailure } from "./explained-error.js";
import { hasKnown } from "./failures-of.js";
import type { Near, Way } from "./finding.js";
import { printExplained } from "./print-explained.js";
import { reader } from "./reader.js";

/** Options for answering questions. */
export interface ExplainOptions {
  readonly locale?: string | undefined;
  readonly developer?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** The output of `explain --json`. */
interface Explanation {
  /** The version of this shape. Members may be added within one. */
  readonly version: 1;
  /** The catalog's id. */
  readonly catalog: string;
  /** One for each question, in their order. */
  readonly answers: readonly {
    readonly asked: string;
    /**
     * The way it was understood; `null` where nothing was found. Without an error it is a success.
     */
    readonly found: Way | null;
    /** Advice on what to correct in the question. */
    readonly hint: string | null;
    readonly errors: readonly ExplainedError[];
    /** Similar errors, where nothing was found. */
    readonly near: readonly Near[];
  }[];
}

/** Answers questions, prints the answers, and returns the exit code. */
export async function explain(
  questions: readonly string[],
  options: ExplainOptions,
): Promise<0 | 1> {
  const messages = await readerMessages(options.locale);
  const developer = options.developer === true ? await developerTexts(messages) : {};
  const loads = { loadBundles, loadReader: async () => reader };
  const answered = await Promise.all(questions.map((question) => ask(question, loads)));
  const answers = answered.map(({ asked, found, near }) => ({
    asked,
    found: found?.way ?? null,
    hint: found?.hint ?? null,
    errors: (found?.failures ?? []).map((failure) => explainFailure(failure, messages, developer)),
    near,
  }));
  const explanation: Explanation = { version: 1, catalog: api.id, answers };
  if (options.json) console.log(printJson(explanation, 2));
  else console.log(printAll(explanation).join("\n"));
  return answers.some(isUnknown) ? 1 : 0;
}

async function loadBundles(): Promise<readonly MessageBundle[]> {
  return await Promise.all(Object.values(loaders).map((load) => load()));
}

/** Whether nothing was found, or only codes that the catalog does not have. */
function isUnknown({ found, errors }: Explanation["answers"][number]): boolean {
  if (found === null) return true;
  return !hasKnown(errors) && errors.length > 0 && found !== "name";
}

function printAll({ answers }: Explanation): readonly string[] {
  const columns = Math.min(terminalWidth(), 120);
  return answers.flatMap((answer, index) => [
    ...(index === 0 ? [] : ["", "─".repeat(Math.min(columns, 40)), ""]),
    ...printAnswer(answer, columns),
  ]);
}

function printAnswer(answer: Explanation["answers"][number], columns: number): readonly string[] {
  const { asked, hint, errors, near } = answer;
  if (isUnknown(answer))
    return [
      ...printNothing(asked, near),
      ...errors.flatMap((error) => ["", ...printExplained(error, columns)]),
    ];
  if (errors.length === 0) return ["This response reports no error."];
  const blocks = errors.map((error) => printExplained(error, columns));
  return [
    ...(hint === null ? [] : [hint, ""]),
    ...(errors.length > 1 ? [`${errors.length} errors fit:`, ""] : []),
    ...blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block])),
  ];
}

function printNothing(asked: string, near: readonly Near[]): readonly string[] {
  const nothing = `Nothing in the catalog fits ${printJson(visible(asked, 80))}.`;
  if (near.length === 0) return [nothing, `"${api.command} list" shows every error.`];
  const width = Math.max(...near.map(({ code }) => code.length));
  return [
    nothing,
    "Similar:",
    ...near.map(({ name, code }) => `  ${code.padStart(width)}  ${name}`),
  ];
}
