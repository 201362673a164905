import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { api } from "../generated/api.js";
import { describeUnread } from "../terminal/describe-system-error.js";
import { printJson, visible } from "../text/visible.js";
import { createMock } from "./create-mock.js";
import type { Recorded } from "./journal.js";
import { loadScenario } from "./load-scenario.js";
import { type RandomOptions, readFailures, survivableFailures } from "./random-reply.js";
import type { Report } from "./reply.js";
import { EMPTY_SCENARIO, type Scenario } from "./scenario.js";

/** Options for starting the mock. */
export interface MockCommandOptions {
  readonly port: number;
  readonly host: string;
  /** The file of the scenario. */
  readonly scenario?: string;
  readonly rate?: number;
  readonly seed?: number;
  /** The failures to send at random, such as `timeout,-1007`. */
  readonly failures?: string;
  /** Print each request, also where the output is not a terminal. */
  readonly log?: true;
  readonly json?: true;
}

/** Serves until the process is told to end. Returns 2 where it cannot start. */
export async function mock(options: MockCommandOptions): Promise<0 | 2> {
  const problems: string[] = [];
  const report = (where: string, problem: string) => problems.push(`${where}: ${problem}`);
  const scenario = await readScenarioFile(options.scenario, report);
  const random = readRandom(options, report);
  if (problems.length > 0) {
    for (const problem of problems) console.error(`error: ${problem}`);
    return 2;
  }
  const isLogged = options.log === true || process.stdout.isTTY;
  const server = createMock({
    scenario,
    random,
    onAnswered: (recorded) => {
      if (isLogged) console.log(options.json ? printJson(recorded) : printRequest(recorded));
    },
  });
  const failed = await listen(server, options);
  if (failed !== undefined) {
    const isTaken = "code" in failed && failed.code === "EADDRINUSE";
    console.error(`error: ${failed.message}${isTaken ? "; --port 0 chooses a free one" : ""}`);
    return 2;
  }
  printStart(server, options, random);
  await ended(server);
  return 0;
}

async function readScenarioFile(file: string | undefined, report: Report): Promise<Scenario> {
  if (file === undefined) return EMPTY_SCENARIO;
  try {
    return await loadScenario(readFileSync(file, "utf8"), (where, problem) =>
      report(`${file}: ${where}`, problem),
    );
  } catch (error) {
    report(file, describeUnread(error) ?? (error instanceof Error ? error.message : String(error)));
    return EMPTY_SCENARIO;
  }
}

function readRandom(
  { rate, seed, failures }: MockCommandOptions,
  report: Report,
): RandomOptions | undefined {
  if (rate === undefined) {
    if (seed !== undefined || failures !== undefined)
      report(seed === undefined ? "--failures" : "--seed", "needs --rate");
    return undefined;
  }
  return {
    rate,
    seed: seed ?? Math.floor(Math.random() * 1e6),
    failures: failures === undefined ? survivableFailures() : readFailures(failures, report),
  };
}

function listen(server: Server, { port, host }: MockCommandOptions): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => resolve(undefined));
  });
}

/** The address is the first line of the output, so that a test can read it. */
function printStart(server: Server, options: MockCommandOptions, random?: RandomOptions): void {
  const { address, port, family } = server.address() as AddressInfo;
  const url = `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
  const seed = random?.seed;
  console.log(
    options.json ? JSON.stringify({ version: 1, catalog: api.id, url, port, seed }) : url,
  );
  // A seed that nobody chose is needed to see the same failures again.
  if (seed !== options.seed) console.error(`Fails at random with --seed ${seed}.`);
  if (process.stdout.isTTY) console.error(`Journal: ${url}/__mock/journal. Ctrl+C ends it.`);
}

function printRequest({ n, method, path, reply, executed, by, problem }: Recorded): string {
  const became = executed === null ? "" : executed ? "  executed" : "  not executed";
  const line = `${String(n).padStart(4)}  ${method} ${visible(path, 100)}  ${reply} (${by})${became}`;
  return problem === undefined ? line : `${line}  ${visible(problem, 300)}`;
}

/** Waits for the signal to end, then closes every connection. */
function ended(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once("SIGINT", end).once("SIGTERM", end);
  });
}
