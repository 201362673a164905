import type { Command } from "commander";
import { api } from "../generated/api.js";
import { type Exit, examples, quoteForShell } from "./command.js";

interface Options {
  readonly locale?: string;
  readonly developer?: true;
  readonly json?: true;
}

/** Adds `explain`. */
export function addExplain(program: Command, exit: Exit): void {
  const { command } = api;
  const { name, code, message } = api.example;
  program
    .command("explain")
    .summary("say what an error means and what to do")
    .description(
      "Says what an error means, whether the request may have been executed, and what to do now.\n\n" +
        "Ask by a code, a name, a sentence in any language of the catalog, a response body, a line of a log, or the text of an exception. Several questions are answered one after the other. A code that several errors share gives all of them.",
    )
    .argument("<what...>", "what to explain; - reads it from standard input")
    .option("--locale <tag>", "the language of the answer, such as ja (default: the environment's)")
    .option("--developer", "add what only a developer has to know")
    .option("--json", "print JSON, for programs")
    .addHelpText(
      "after",
      examples(
        [
          [`${command} explain ${quoteForShell(code)}`, "a code"],
          [`${command} explain ${name}`, "a name"],
          ...(message === ""
            ? []
            : [[`${command} explain ${quoteForShell(message)}`, "a sentence"] as const]),
          [`${command} explain - < response.json`, "a response body"],
          [`tail -1 bot.log | ${command} explain -`, "a line of a log"],
        ],
        "Exit codes: 0 everything was found; 1 something was not found; 2 wrong usage.",
      ),
    )
    .action(async (what: readonly string[], options: Options) => {
      const questions = (await Promise.all(what.map(questionsOf))).flat();
      const { explain } = await import("../explain/explain.js");
      exit(await explain(questions, options));
    });
}

async function questionsOf(what: string): Promise<readonly string[]> {
  if (what !== "-") return [what];
  const { readInput } = await import("../terminal/read-input.js");
  const { splitQuestions } = await import("../explain/split-questions.js");
  return splitQuestions(await readInput());
}
