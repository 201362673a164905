import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporary-folder.js";

const fixture = fileURLToPath(new URL("./fixtures/acme", import.meta.url));

/** A copy of the second catalog in a folder of its own, which is removed when the test ends. */
export interface Workspace {
  /** The folder above the catalog, where the generated packages go too. */
  readonly root: string;
  /** The catalog's folder. */
  readonly catalog: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces a text in a file of the catalog; it must be there. */
  edit(file: string, from: string, to: string): void;
}

/** Copies the second catalog. */
export function copyAcme(): Workspace {
  const root = temporaryFolder("acme");
  const catalog = join(root, "spec");
  cpSync(fixture, catalog, { recursive: true });
  return workspaceAt(root, catalog);
}

/** A catalog in a folder, and what is above it. */
export function workspaceAt(root: string, catalog: string): Workspace {
  const read = (file: string) => readFileSync(join(catalog, file), "utf8");
  const write = (file: string, text: string) => {
    mkdirSync(join(catalog, file, ".."), { recursive: true });
    writeFileSync(join(catalog, file), text);
  };
  return {
    root,
    catalog,
    read,
    write,
    edit(file, from, to) {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
  };
}
