import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import type { Workspace } from "./acme.js";

const bin = fileURLToPath(new URL("../bin/codegen.js", import.meta.url));

/** A running `codegen watch`. */
export interface RunningWatch {
  /** The text that it has printed, colors left out. */
  readonly printed: string;
  /** Waits for a text in what is printed from an edit on. */
  hear(text: string, edit: () => void): Promise<void>;
}

/** Starts `codegen watch`, which ends with the test, and waits until it watches. */
export async function startWatch({ catalog }: Pick<Workspace, "catalog">): Promise<RunningWatch> {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [bin, "watch", "--catalog", catalog], {
    env: { ...env, NO_COLOR: "1" },
  });
  onTestFinished(() => {
    child.kill();
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  const waitFor = (text: string) => expect.poll(() => printed, { timeout: 60_000 }).toContain(text);
  await waitFor("watching");
  return {
    get printed() {
      return printed;
    },
    async hear(text, edit) {
      printed = "";
      edit();
      await waitFor(text);
    },
  };
}
