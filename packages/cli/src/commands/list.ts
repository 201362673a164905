import { type Command, Option } from "commander";
import { OUTCOMES, RETRIES } from "../catalog/judgments.js";
import { api } from "../generated/api.js";
import { type Exit, examples } from "./command.js";

/** Adds `list`. */
export function addList(program: Command, exit: Exit): void {
  const { command } = api;
  program
    .command("list")
    .summary("list the errors of the catalog")
    .description("Lists the errors of the catalog, all of them or those that fit.")
    .argument("[words...]", "only errors whose name, code or texts have these words")
    .addOption(new Option("--category <category>", "only this category").choices(api.categories))
    .addOption(
      new Option("--outcome <outcome>", "only this outcome").choices(Object.keys(OUTCOMES)),
    )
    .addOption(new Option("--retry <retry>", "only this retry").choices(Object.keys(RETRIES)))
    .option("--locale <tag>", "the language of the texts (default: the environment's)")
    .addOption(
      new Option("--format <format>", "how to print them")
        .choices(["text", "json", "csv", "markdown"])
        .default("text"),
    )
    .option("--json", "short for --format json")
    .addHelpText(
      "after",
      examples(
        [
          [
            `${command} list --outcome unknown`,
            "which errors leave open whether a request was executed?",
          ],
          [
            `${command} list --category ${api.categories[0]} --format csv`,
            "a category, for a spreadsheet",
          ],
        ],
        "Exit codes: 0 one or more errors fit; 1 none fits; 2 wrong usage.",
      ),
    )
    .action(async (words: readonly string[], { json, ...options }) => {
      const { list } = await import("../list/list.js");
      exit(await list(words, json === true ? { ...options, format: "json" } : options));
    });
}
