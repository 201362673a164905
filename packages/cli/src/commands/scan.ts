import { type Command, InvalidArgumentError, Option } from "commander";
import { parseTime } from "../capture/requests/time-of.js";
import { api } from "../generated/api.js";
import { type Exit, examples, joinList } from "./command.js";

/** Adds `scan`. */
export function addScan(program: Command, exit: Exit): void {
  const { command } = api;
  program
    .command("scan")
    .summary("find the errors in recorded responses")
    .description(
      "Reads recorded responses and reports which errors occurred, which requests may have been executed, with their places in the files, and what the catalog does not know: codes, texts, responses that are not the API's.\n\n" +
        "Files may be NDJSON, JSON arrays, HAR, logs with JSON in their lines, and exports of Loki, Datadog, Elasticsearch, CloudWatch, Google Cloud Logging, Splunk and OpenTelemetry; also compressed with gzip, or with zstd where Node has it. The body of each response is looked for where HTTP clients, proxies and loggers put it. Memory does not grow with the size of a file, except for a JSON document that is not an array or a HAR: it is read whole, up to 128 MiB. Of requests, only the method and the path are printed, and of responses only codes and texts: no headers, queries or other parts of bodies.",
    )
    .argument("<file...>", "files or patterns such as 'logs/**/*.log'; - reads standard input")
    .option(
      "--body <path>",
      "where the body is in each record, such as response.body; . is the record",
    )
    .option("--url <text>", "only responses to requests whose address has this text")
    .option(
      "--since <time>",
      "only responses from this time on: 2026-11-26T09:00Z, or 30m, 12h, 7d ago",
      parseMoment,
    )
    .option("--until <time>", "only responses before this time", parseMoment)
    .addOption(
      new Option("--group-by <period>", "also count by period").choices(["minute", "hour", "day"]),
    )
    .option(
      "--requests <count>",
      "how many requests that may have been executed are listed (default: 20 for people, 10000 for programs)",
      parseCount,
    )
    .option("--locale <tag>", "the language of the meanings (default: the environment's)")
    .addOption(
      new Option("--format <format>", "how to print the report")
        .choices(["text", "json", "csv", "markdown", "github", "sarif"])
        .default("text"),
    )
    .option("--json", "short for --format json")
    .option(
      "--fail-on <what>",
      "exit with 1 if these were found: executed, unknown, drift, invalid, error, or names of errors, with commas between them",
      joinList,
    )
    .option(
      "--propose <file.md>",
      "write the codes and texts that the catalog lacks as a document that codegen import reads",
    )
    .addHelpText(
      "after",
      examples(
        [
          [`${command} scan session.har`, "did our requests go through?"],
          [`${command} scan 'logs/*.log.gz' --since 12h`, "what failed in the last twelve hours?"],
          [
            `${command} scan ci.har --fail-on unknown,drift --format github`,
            "a gate for continuous integration",
          ],
          [
            `${command} scan 'logs/*' --propose new-codes.md`,
            "which codes does the catalog not have yet?",
          ],
          [`${command} scan loki.json`, "what a tool that keeps logs exports"],
          [`kubectl logs bot | ${command} scan -`, "a log from standard input"],
        ],
        "Exit codes: 0 everything was read; 1 something that --fail-on names was found; 2 wrong usage, or a file that cannot be read whole, has no responses or, with --since or --until, has failures without a time.",
      ),
    )
    .action(async (files: readonly string[], { json, ...options }) => {
      const { scan } = await import("../scan/scan.js");
      exit(await scan(files, json === true ? { ...options, format: "json" } : options));
    });
}

const AGO = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function parseMoment(text: string): number {
  const ago = /^(\d{1,6})([mhd])$/.exec(text);
  if (ago !== null) return Date.now() - Number(ago[1]) * AGO[ago[2] as keyof typeof AGO];
  const time = /^\d/.test(text) ? parseTime(text) : undefined;
  if (time === undefined)
    throw new InvalidArgumentError("Use a time such as 2026-11-26T09:00Z, or 30m, 12h, 7d.");
  return time;
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Use a number.");
  return Number(text);
}
