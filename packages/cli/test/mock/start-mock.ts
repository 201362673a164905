import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, onTestFinished } from "vitest";

const bin = fileURLToPath(new URL("../../bin/hashkey-errors.js", import.meta.url));

/** A mock that runs in a process of its own. */
export interface RunningMock {
  readonly url: string;
  readonly process: ChildProcess;
  /** The lines that it printed. */
  readonly lines: readonly string[];
  /** Returns its journal; `query` filters it. */
  journal(query?: Readonly<Record<string, string>>): Promise<Journal>;
}

/** The journal, as the mock prints it. */
interface Journal {
  readonly received: number;
  readonly executed: number;
  readonly requests: readonly {
    readonly n: number;
    readonly path: string;
    readonly id: string | null;
    readonly reply: string;
    readonly status: number | null;
    readonly by: string;
    readonly executed: boolean | null;
    readonly items?: readonly { readonly reply: string; readonly executed: boolean }[];
  }[];
}

/** Starts the mock on a free port, until the test ends. */
export async function startMock(...args: readonly string[]): Promise<RunningMock> {
  const mock = await spawnMock(args);
  onTestFinished(() => void mock.process.kill("SIGKILL"));
  return mock;
}

/**
 * Starts one mock without options for the tests of a file, and returns the function that begins it
 * anew for a test.
 */
export function shareMock(): () => Promise<RunningMock> {
  let mock: Promise<RunningMock>;
  beforeAll(() => {
    mock = spawnMock([]);
  });
  afterAll(async () => void (await mock).process.kill("SIGKILL"));
  return async () => {
    const { url } = await mock;
    await fetch(`${url}/__mock/reset`, { method: "POST" });
    return mock;
  };
}

async function spawnMock(args: readonly string[]): Promise<RunningMock> {
  const child = spawn(process.execPath, [bin, "mock", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH },
  });
  const lines: string[] = [];
  const printed = createInterface(child.stdout).on("line", (line) => lines.push(line));
  await once(printed, "line");
  const [url = ""] = lines;
  return {
    url,
    process: child,
    lines,
    journal: async (query = {}) => {
      const response = await fetch(`${url}/__mock/journal?${new URLSearchParams(query)}`);
      return (await response.json()) as Journal;
    },
  };
}

/** Writes a scenario to a temporary file, and returns its path. */
export function writeScenario(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "scenario.yaml");
  writeFileSync(file, text);
  return file;
}
