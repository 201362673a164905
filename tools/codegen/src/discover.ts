import { readdirSync } from "node:fs";

/** Imports every module in a folder beside this file, in the order of their names, and returns one export of each. */
export async function discover<T>(folder: string, exportName: string): Promise<readonly T[]> {
  const url = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((name) => name.endsWith(".js"));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, url).href)));
  return modules.map((module: Record<string, T>, index) => {
    const found = module[exportName];
    if (found === undefined)
      throw new Error(`${folder}/${files[index]} does not export "${exportName}"`);
    return found;
  });
}
