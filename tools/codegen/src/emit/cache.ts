import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readRegularText } from "../std/read-regular-file.js";
import { removePart } from "../write/part-file.js";

/** An output of a library that takes long to load. */
export interface CachedOutput {
  /** The name of the file that keeps the newest output; unlike every other output's. */
  readonly name: string;
  readonly library: string;
  /** All that the output depends on beside the library's version, as JSON data. */
  readonly input: unknown;
  /** Runs the library. */
  produce(): Promise<string>;
}

/**
 * Returns the output of a library that takes long to load. The newest output of each name is kept
 * under `node_modules/.cache/codegen`: the library only runs when its version or input has changed.
 */
export async function cached({ name, library, input, produce }: CachedOutput): Promise<string> {
  const modules = join(process.cwd(), "node_modules");
  const hash = hashOf(library, input);
  // Where nothing is installed, no folder is left behind.
  if (!existsSync(modules)) return produceOnce(hash, produce);
  const folder = join(modules, ".cache", "codegen");
  const kept = readKept(join(folder, name), hash);
  if (kept !== undefined) return kept;
  const output = await produce();
  keep(folder, name, `${hash} ${sha256(output)}\n${output}`);
  return output;
}

/** The catalogs of one process have few outputs. */
const MAX_REMEMBERED = 20;

const remembered = new Map<string, Promise<string>>();

/** Returns what this process has produced already, as `watch` does again and again. */
function produceOnce(hash: string, produce: () => Promise<string>): Promise<string> {
  const known = remembered.get(hash);
  if (known !== undefined) return known;
  const output = produce();
  remembered.set(hash, output);
  output.catch(() => remembered.delete(hash));
  const [oldest] = remembered.keys();
  if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return output;
}

const require = createRequire(import.meta.url);

function hashOf(library: string, input: unknown): string {
  const { version } = require(`${library}/package.json`) as { version: string };
  return sha256(JSON.stringify([library, version, input]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Returns the output in a file whose first line is the hash of the input and that of the output.
 * After a power cut a file may be shorter than it was written.
 */
function readKept(file: string, hash: string): string | undefined {
  try {
    const text = readRegularText(file);
    const end = text.indexOf("\n");
    const output = text.slice(end + 1);
    return text.slice(0, end) === `${hash} ${sha256(output)}` ? output : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, name: string, text: string): void {
  const part = join(folder, `${name}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, text);
    renameSync(part, join(folder, name));
  } catch {
    // Without a cache the next run takes longer and makes the same.
    removePart(part);
  }
}
