import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Runs a library that takes long to load only when its input has changed: the output is kept, and also under
 * `node_modules/.cache/codegen`, by the hash of the library's version and of the input.
 */
export async function cached(
  library: string,
  input: unknown,
  produce: () => Promise<string>,
): Promise<string> {
  const { version } = require(`${library}/package.json`) as { version: string };
  const hash = createHash("sha256")
    .update(JSON.stringify([library, version, input]))
    .digest("hex");
  const output = outputs.get(hash) ?? (await readOrProduce(hash, produce));
  outputs.set(hash, output);
  return output;
}

const require = createRequire(import.meta.url);

/** By hash: watch asks after every edit. */
const outputs = new Map<string, string>();

async function readOrProduce(hash: string, produce: () => Promise<string>): Promise<string> {
  const modules = join(process.cwd(), "node_modules");
  // Where nothing is installed, no folder is left behind.
  if (!existsSync(modules)) return produce();
  const folder = join(modules, ".cache", "codegen");
  const file = join(folder, hash);
  try {
    return readFileSync(file, "utf8");
  } catch {
    const output = await produce();
    const part = `${file}.${randomUUID()}`;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(part, output);
      renameSync(part, file);
    } catch {
      // Without a cache the next run takes longer, and gives the same.
    }
    return output;
  }
}
