import { type Command, InvalidArgumentError } from "commander";
import { api } from "../generated/api.js";
import { type Exit, examples, joinList } from "./command.js";

/** Adds `mock`. */
export function addMock(program: Command, exit: Exit): void {
  const { command } = api;
  program
    .command("mock")
    .summary("start a server that fails as the API does, for tests")
    .description(
      "Starts a server on this machine that answers as the API does, with the failure that a request, a scenario or chance chooses: an error of the catalog, a timeout, a reset, a gateway's page, half a body. Every other request succeeds.\n\n" +
        "A request chooses with a header or in its query: x-mock-reply is a code, a name, timeout, reset, cut-off, empty, http-502, http-429 or another status; x-mock-params are the error's values; x-mock-executed says whether the request is executed all the same; x-mock-batch is a list of replies.\n\n" +
        "The first line of the output is the address. GET /__mock/journal says what was answered and what was executed; POST /__mock/reset starts over.",
    )
    .option("--port <number>", "the port; 0 for a free one", toPort, 4010)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--scenario <file>", "the replies to play, in YAML or JSON")
    .option("--rate <number>", "the share of requests that fail at random, such as 0.1", toRate)
    .option("--seed <number>", "fail the same requests in the same way", toSeed)
    .option(
      "--failures <what>",
      `what fails at random, such as timeout,http-502,${api.example.name}`,
      joinList,
    )
    .option("--log", "print each request, also where the output is not a terminal")
    .option("--json", "print JSON, for programs")
    .addHelpText(
      "after",
      examples(
        [
          [`${command} mock`, "a server on port 4010"],
          [
            `curl -H 'x-mock-reply: ${api.example.name}' http://127.0.0.1:4010/`,
            "an error for a request, while it runs",
          ],
          [`${command} mock --scenario orders.yaml --port 0`, "play a scenario, on a free port"],
          [
            `${command} mock --rate 0.1 --seed 7`,
            "fail one in ten requests, and the same ones each time",
          ],
        ],
        "Exit codes: 0 stopped by a signal; 2 wrong usage, or it cannot start.",
      ),
    )
    .action(async (options) => {
      const { mock } = await import("../mock/mock.js");
      exit(await mock(options));
    });
}

function toPort(text: string): number {
  return toNumber(text, /^\d{1,5}$/, 65_535, "a port from 0 to 65535");
}

function toRate(text: string): number {
  return toNumber(text, /^(\d+(\.\d+)?|\.\d+)$/, 1, "a number from 0 to 1");
}

function toSeed(text: string): number {
  return toNumber(text, /^\d{1,9}$/, 999_999_999, "a whole number of at most 9 digits");
}

function toNumber(text: string, pattern: RegExp, most: number, expected: string): number {
  const number = Number(text);
  if (pattern.test(text) && number <= most) return number;
  throw new InvalidArgumentError(`Expected ${expected}.`);
}
