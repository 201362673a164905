import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { pnpmEnv, pnpmPath } from "../large/pnpm.js";
import { freePort } from "../test/loopback.js";
import { commandOf } from "./fetched.js";
import { answers } from "./verdaccio.js";

const { folder: repository } = inject("releases");
const TOKEN = "a secret token";

test("a second clone takes every build from a remote cache", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "cache-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [commandOf("turborepo-remote-cache")], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      TURBO_TOKEN: TOKEN,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: join(scratch, "storage"),
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(() => {
    server.kill();
    rmSync(scratch, { recursive: true, force: true });
  });
  await answers(`${url}/v8/artifacts/status`, { authorization: `Bearer ${TOKEN}` });

  /** Builds in a new clone, and returns where each task's output came from. */
  const build = (name: string): Record<string, string> => {
    const clone = join(scratch, name);
    execFileSync("git", ["clone", "--quiet", repository, clone]);
    const pnpm = (...args: string[]) =>
      execFileSync(pnpmPath, args, {
        cwd: clone,
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...pnpmEnv,
          CI: "true",
          TURBO_API: url,
          TURBO_TOKEN: TOKEN,
          TURBO_TEAM: "ours",
          TURBO_TELEMETRY_DISABLED: "1",
        },
      });
    pnpm("install", "--frozen-lockfile", "--prefer-offline");
    pnpm("exec", "turbo", "run", "build", "--summarize");
    const runs = join(clone, ".turbo/runs");
    const { tasks } = JSON.parse(readFileSync(join(runs, readdirSync(runs)[0] ?? ""), "utf8")) as {
      tasks: { taskId: string; command: string; cache: { status: string; source?: string } }[];
    };
    return Object.fromEntries(
      tasks
        // generate is never cached: it takes a second, and writes files that are committed.
        .filter(
          ({ taskId, command }) => !taskId.endsWith("#generate") && command !== "<NONEXISTENT>",
        )
        .map(({ taskId, cache }) => [taskId, cache.source ?? cache.status]),
    );
  };

  const tasks = build("first");
  expect(Object.keys(tasks)).toContain("@hashkey-errors/validator#build");
  expect(new Set(Object.values(tasks))).toEqual(new Set(["MISS"]));
  expect(build("second")).toEqual(
    Object.fromEntries(Object.keys(tasks).map((task) => [task, "REMOTE"])),
  );
});
