import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { HashKeyApiError } from "@hashkey-errors/validator";
import { transformSync } from "esbuild";
import { onTestFinished } from "vitest";
import { installFetched } from "../registry/fetched.js";
import { freePort, listen } from "../test/loopback.js";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "../../docs/recipes.md"), "utf8");
/** The code of each recipe of the page, by its heading. */
export const recipes: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/^### (.+)\n\n```ts\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => [
    name,
    code,
  ]),
);

type Recipe = Readonly<Record<string, ((...values: unknown[]) => unknown) | undefined>>;

const addresses = new Map<string, string>();
const modules = new Map<string, Recipe>();

/** Imports every recipe of the page; with the function that removes their files. */
export async function loadRecipes(): Promise<() => void> {
  installFetched();
  // Beside the fetched packages, so that a recipe finds them as a project finds its own.
  const folder = mkdtempSync(join(root, "fetched/node_modules/.recipes-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, code] of recipes) {
    const file = join(folder, `${name.replaceAll(/\W+/g, "-").toLowerCase()}.js`);
    writeFileSync(file, transformSync(code, { loader: "ts" }).code);
    addresses.set(name, pathToFileURL(file).href);
  }
  for (const [name, address] of addresses) modules.set(name, (await import(address)) as Recipe);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The module of a recipe. */
export function recipe(name: string): Recipe {
  const found = modules.get(name);
  if (found === undefined) throw new Error(`docs/recipes.md has no recipe ${name}`);
  return found;
}

/** The address of a recipe's module, for a program that imports it. */
export const addressOf = (name: string): string | undefined => addresses.get(name);

/** Starts a server that answers every request in one way. */
export async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => answer(response));
  });
  onTestFinished(() => void server.close().closeAllConnections());
  return listen(server);
}

/** The address of a server that has stopped. */
export async function closedAddress(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}

/** Answers with a status and a JSON body. */
export const json = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

/** The body of a repeated order. */
export const duplicate = { code: "-1141", msg: "Duplicate order" };

/** An exception for a rejected order, as the clients' recipes throw it. */
export async function thrownFor(body: object, status = 400): Promise<HashKeyApiError> {
  const url = await serve(json(status, body));
  const sent = recipe("fetch").placeOrder?.(url, {}) as Promise<unknown>;
  return sent.then(
    () => Promise.reject(new Error("expected a failure")),
    (error) => error as HashKeyApiError,
  );
}
