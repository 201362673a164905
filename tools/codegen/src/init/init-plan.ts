import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { evidenceNameOf } from "../evidence/evidence-name.js";
import { folderFault } from "../write/owned-folder.js";

/** What is said on the command line. */
export interface InitOptions {
  readonly layout: "folder" | "packages";
  readonly id?: string;
  readonly title?: string;
  readonly name?: string;
  readonly source?: string;
  readonly envelope?: string;
  readonly code: string;
  readonly message: string;
  readonly table?: string;
}

/** The parts that are generated. */
export const PARTS = ["types", "validator", "messages"] as const;

/** One of them. */
export type Part = (typeof PARTS)[number];

/** What is to be made: everything decided. */
export interface InitPlan {
  /** The project's folder. */
  readonly root: string;
  /** The catalog's folder, relative to it. */
  readonly folder: string;
  readonly layout: InitOptions["layout"];
  readonly id: string;
  readonly title: string;
  readonly errorClass: string;
  /** What the packages' names begin with; only for packages. */
  readonly name: string;
  /** The source folder of each part, relative to the project. */
  readonly sources: Readonly<Record<Part, string>>;
  readonly wire: Pick<InitOptions, "envelope" | "code" | "message">;
  /** The file name of the error table that the entries will be imported from; the catalog starts without any. */
  readonly table: string | undefined;
}

/** Decides what was not said, by the project's `package.json` and folder. What is wrong with what was said comes as texts. */
export function planInit(
  root: string,
  folder: string,
  said: InitOptions,
): { readonly plan: InitPlan; readonly faults: readonly string[] } {
  const project = projectName(root);
  const id = said.id ?? idOf(project.replace(/^@.*\//, ""));
  const words = id.split("-").filter((word) => !/^(errors?|api)$/.test(word));
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const scope = /^@[^/]+\//.exec(project)?.[0] ?? "";
  const base = said.source ?? (said.layout === "folder" ? `src/${id}` : "packages");
  const sourceOf = (part: Part) =>
    said.layout === "folder" ? `${base}/${part}` : `${base}/${id}-${part}/src`;
  const plan: InitPlan = {
    root,
    folder: slashes(relative(root, resolve(root, folder))) || ".",
    layout: said.layout,
    id,
    title: said.title ?? [...words.map(capital), "API errors"].join(" "),
    // "ApiError" alone is the name of a type.
    errorClass: words.length === 0 ? "ServiceError" : `${className(words.map(capital))}ApiError`,
    name: said.name ?? `${scope}${id}`,
    sources: {
      types: sourceOf("types"),
      validator: sourceOf("validator"),
      messages: sourceOf("messages"),
    },
    wire: said,
    table: said.table === undefined ? undefined : evidenceNameOf(said.table),
  };
  return {
    plan,
    faults: [...faultsOf(plan), ...PARTS.flatMap((part) => sourceFaults(plan, part))],
  };
}

function faultsOf({ id, title, name, wire }: InitPlan): string[] {
  const members = [wire.code, wire.message];
  return [
    ...(/^[a-z][a-z0-9-]*$/.test(id) ? [] : [`--id ${quote(id)}: expected kebab-case`]),
    ...(/^\S.*$/.test(title) ? [] : [`--title ${quote(title)}: expected one line`]),
    ...(/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name)
      ? []
      : [
          `--name ${quote(name)}: expected the beginning of a package's name, such as @acme/errors`,
        ]),
    ...(members.includes("") || wire.envelope === ""
      ? ["--envelope, --code and --message: expected the names of members"]
      : []),
    ...(wire.code === wire.message ? [`--code and --message: both are ${quote(wire.code)}`] : []),
  ];
}

function sourceFaults({ root, folder, sources }: InitPlan, part: Part): string[] {
  const directory = resolve(root, folder);
  const fault = folderFault(directory, relative(directory, resolve(root, sources[part])));
  return fault === undefined ? [] : [`--source: ${fault}`];
}

function projectName(root: string): string {
  const file = join(root, "package.json");
  if (!existsSync(file)) return basename(root);
  try {
    const { name } = JSON.parse(readFileSync(file, "utf8")) as { name?: unknown };
    return typeof name === "string" ? name : basename(root);
  } catch {
    // npm says what is wrong with it.
    return basename(root);
  }
}

/** What a class may be called: no name begins with a digit. */
function className(words: readonly string[]): string {
  return words.join("").replace(/^(?=\d)/, "Api");
}

/** A name in kebab-case, ending in what it is. */
function idOf(project: string): string {
  const words = project
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const id = words.join("-").replace(/-?errors?$/, "");
  const stem = /^[a-z]/.test(id) ? id : `api-${id}`.replace(/-$/, "");
  return `${stem}-errors`;
}

const quote = (text: string) => JSON.stringify(text);

function slashes(path: string): string {
  return path.replaceAll(sep, "/");
}
