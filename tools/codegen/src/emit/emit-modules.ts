import type { Catalog } from "../catalog/catalog.js";
import { discover } from "../std/discover.js";
import type { Emitter } from "./emitter.js";

const EMITTERS = new URL("./emitters/", import.meta.url);

/** The emitters of what runs: types, documents and data are for people and other tools. */
const RUNNING = /^(runtime|package-links|validator-\w+|messages-bundles|messages-locales|cli-\w+)$/;

/**
 * Returns the source of everything that runs, by path, as if a catalog's packages were folders of
 * one project: `types`, `validator`, `messages` and `cli`. It is the same code that `emit` gives,
 * whatever the names and folders of the catalog's own packages, and whether it has them at all.
 */
export async function emitModules(catalog: Catalog): Promise<ReadonlyMap<string, string>> {
  const packages = {
    types: { folder: "types" },
    validator: { folder: "validator" },
    messages: { folder: "messages" },
    cli: { folder: "cli" },
  };
  const project = { ...catalog, manifest: { ...catalog.manifest, runtime: true, packages } };
  const emitters = await discover<Emitter>(EMITTERS, "emitter");
  const running = emitters.filter(({ name }) => RUNNING.test(name));
  const files = await Promise.all(running.map((emitter) => emitter.emit(project)));
  return new Map(files.flat().map(({ path, text }) => [path, text]));
}
