import { expect, onTestFinished } from "vitest";
import type { Workspace } from "./acme.js";
import { start } from "./start.js";

/** A running `codegen watch`. */
export interface RunningWatch {
  /** The text that it has printed, colors left out. */
  readonly printed: string;
  /** Waits for a text in what is printed from an edit on. */
  hear(text: string, edit: () => void): Promise<void>;
}

/** Starts `codegen watch`, which ends with the test, and waits until it watches. */
export async function startWatch(workspace: Pick<Workspace, "catalog">): Promise<RunningWatch> {
  const { child } = start(workspace, ["watch"]);
  onTestFinished(() => {
    child.kill();
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text: string) => {
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
