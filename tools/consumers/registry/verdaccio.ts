import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../test/loopback.js";
import { commandOf } from "./fetched.js";

/** An empty local registry. */
export interface Registry {
  readonly url: string;
  /** The lines of an `.npmrc` to install our packages from it, and to publish. */
  readonly npmrc: string;
  stop(): void;
}

/** Starts Verdaccio on a free port, with a user who may publish. */
export async function startRegistry(): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), "registry-"));
  const config = {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$authenticated" } },
    log: { type: "stdout", format: "pretty", level: "error" },
    web: { enable: false },
  };
  const file = join(folder, "config.yaml");
  // JSON is valid YAML.
  writeFileSync(file, JSON.stringify(config));
  const host = `127.0.0.1:${await freePort()}`;
  const url = `http://${host}/`;
  const server = spawn(
    process.execPath,
    [commandOf("verdaccio"), "--config", file, "--listen", host],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(`${url}-/ping`);
    const token = await addUser(url);
    const npmrc = `@hashkey-errors:registry=${url}\n//${host}/:_authToken=${token}\n`;
    return { url, npmrc, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Waits until a server answers, for at most five minutes: a busy machine starts it slowly. */
export async function answers(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const end = Date.now() + 300_000;
  for (;;) {
    try {
      if ((await fetch(url, { headers })).ok) return;
    } catch {
      // It has not started yet.
    }
    if (Date.now() > end) throw new Error(`no answer from ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function addUser(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:publisher`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "publisher", password: "published on loopback" }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`the registry returned no token (${response.status})`);
  return token;
}
