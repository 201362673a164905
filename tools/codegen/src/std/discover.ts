import { readdirSync } from "node:fs";

/** Imports every module in a folder, in the order of their names. Returns one export of each. */
export async function discover<T>(folder: URL, exportName: string): Promise<readonly T[]> {
  return Promise.all(namesIn(folder).map((name) => importExport<T>(folder, name, exportName)));
}

function namesIn(folder: URL): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return files.sort().map((name) => name.slice(0, -".js".length));
}

async function importExport<T>(folder: URL, name: string, exportName: string): Promise<T> {
  const { href } = new URL(`${name}.js`, folder);
  const module = (await import(href)) as Record<string, T>;
  const found = module[exportName];
  if (found === undefined) throw new Error(`${href} does not export "${exportName}"`);
  return found;
}
