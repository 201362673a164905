import { readdirSync } from "node:fs";

/** Imports every module in a folder, in the order of their names. Returns one export of each. */
export async function discover<T>(folder: URL, exportName: string): Promise<readonly T[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  return modules.map((module: Record<string, T>, index) => {
    const found = module[exportName];
    if (found === undefined)
      throw new Error(
        `${new URL(files[index] as string, folder).href} does not export "${exportName}"`,
      );
    return found;
  });
}
