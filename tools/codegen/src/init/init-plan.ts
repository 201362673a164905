import { basename, relative, resolve } from "node:path";
import type { WireText } from "../catalog/catalog.js";
import { unseenCharacters } from "../characters/unseen.js";
import { evidenceNameOf } from "../evidence/evidence-name.js";
import { capitalize } from "../std/capitalize.js";
import { posixRelative } from "../std/posix-path.js";
import { quoteBriefly } from "../std/quote-briefly.js";
import { readPackage } from "../std/read-package.js";
import { folderFault } from "../write/owned-folder.js";
import { findWireOptionFaults, planWire } from "./plan-wire.js";

/** The options of a new catalog. */
export interface InitOptions {
  readonly layout: "folder" | "packages";
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly name?: string | undefined;
  readonly out?: string | undefined;
  /** The words of `wire` in the manifest, as options have them. */
  readonly error?: string | undefined;
  readonly code: string;
  readonly message: string;
  readonly success?: string | undefined;
  readonly failed?: string | undefined;
  readonly table?: string | undefined;
}

/** The parts that are generated. */
export const PARTS = ["types", "validator", "messages"] as const;

/** A part that is generated. */
export type Part = (typeof PARTS)[number];

/** A new catalog, with everything decided. */
export interface InitPlan {
  /** The project's folder. */
  readonly root: string;
  /** The catalog's folder, relative to the project. */
  readonly catalogFolder: string;
  readonly layout: InitOptions["layout"];
  readonly id: string;
  readonly title: string;
  readonly errorClass: string;
  /** The prefix of the package names; only for packages. */
  readonly name: string;
  /** The folder of each part's code, relative to the project. */
  readonly partFolders: Readonly<Record<Part, string>>;
  /** The rules for reading the API's responses. */
  readonly wire: WireText;
  /**
   * The file name of the error table that will be imported; then the catalog starts without
   * entries.
   */
  readonly table: string | undefined;
}

/**
 * Plans a new catalog. Options that are not given follow from the project's `package.json` and
 * folder.
 */
export function planInit(
  root: string,
  folder: string,
  options: InitOptions,
): { readonly plan: InitPlan; readonly errors: readonly string[] } {
  const project = projectName(root);
  const id = options.id ?? toId(stemOf(options) ?? project.replace(/^@.*\//, ""));
  const words = id.split("-").filter((word) => !/^(errors?|api)$/.test(word));
  // A project that is not published may have a scope that no package can have.
  const scope = /^@[a-z0-9~-][a-z0-9._~-]*\//.exec(project.toLowerCase())?.[0] ?? "";
  const plan: InitPlan = {
    root,
    catalogFolder: posixRelative(root, resolve(root, folder)) || ".",
    layout: options.layout,
    id,
    title: options.title ?? [...words.map(capitalize), "API errors"].join(" "),
    errorClass: toClassName(words.map(capitalize)),
    name: options.name ?? `${scope}${id}`,
    partFolders: planFolders(options.name?.replace(/^@.*\//, "") ?? id, options),
    wire: planWire(options),
    table: options.table === undefined ? undefined : evidenceNameOf(options.table),
  };
  return { plan, errors: [...findUnprintable(options), ...validatePlan(plan, options)] };
}

/**
 * Returns the name to derive the catalog's from, if an option has one: of packages, or the title.
 */
function stemOf({ name, title }: InitOptions): string | undefined {
  if (name === undefined) return title;
  const [, scope, rest = ""] = /^(?:@([^/]*)\/)?(.*)$/.exec(name) ?? [];
  // `@acme/errors` is of acme, `@acme/payment-errors` of payments.
  return scope !== undefined && /^(api-?)?errors?$/.test(rest) ? `${scope}-${rest}` : rest;
}

function planFolders(base: string, { layout, out }: InitOptions): InitPlan["partFolders"] {
  const parent = out ?? (layout === "folder" ? `src/${base}` : "packages");
  const folderOf = (part: Part) =>
    layout === "folder" ? `${parent}/${part}` : `${parent}/${base}-${part}/src`;
  return {
    types: folderOf("types"),
    validator: folderOf("validator"),
    messages: folderOf("messages"),
  };
}

const PACKAGE_NAME = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** The longest name of a package that npm takes. */
const MAX_PACKAGE_NAME = 214;

/** The longest value of such an option, in characters: a longer one belongs in `catalog.yaml`. */
const MAX_WIRE_OPTION = 200;

/** The options of `wire` that the new catalog could not have in one line of its manifest. */
function findUnprintable({ error, code, message, success, failed }: InitOptions): string[] {
  const options = Object.entries({ error, code, message, success, failed });
  return options.flatMap(([name, text = ""]) => {
    const [unseen] = unseenCharacters(text);
    const isLine = /^.*$/.test(text) && text.length <= MAX_WIRE_OPTION;
    const fault = isLine
      ? unseen?.message
      : `expected one line of at most ${MAX_WIRE_OPTION} characters`;
    return fault === undefined ? [] : [`--${name} ${quoteBriefly(text)}: ${fault}`];
  });
}

/** The options that cannot be used, each with what was expected. */
function validatePlan(plan: InitPlan, options: InitOptions): string[] {
  const { id, title, name, wire } = plan;
  const errors: string[] = [];
  const isId = /^[a-z][a-z0-9-]*$/.test(id);
  if (!isId) errors.push(`--id ${quoteBriefly(id)}: expected kebab-case`);
  if (!/^\S.*$/.test(title)) errors.push(`--title ${quoteBriefly(title)}: expected one line`);
  // The first check of the new catalog would report it.
  const [unseen] = unseenCharacters(title);
  if (unseen !== undefined) errors.push(`--title ${quoteBriefly(title)}: ${unseen.message}`);
  const isName = PACKAGE_NAME.test(name) && `${name}-validator`.length <= MAX_PACKAGE_NAME;
  // Of an id that is wrong, the name follows.
  if (!isName && (isId || options.name !== undefined))
    errors.push(
      `--name ${quoteBriefly(name)}: expected the prefix of a package name, such as @acme/errors`,
    );
  errors.push(...findWireOptionFaults(wire));
  return [...errors, ...new Set(PARTS.flatMap((part) => validateFolder(plan, part)))];
}

function validateFolder({ root, catalogFolder, partFolders }: InitPlan, part: Part): string[] {
  const directory = resolve(root, catalogFolder);
  const folder = relative(directory, resolve(root, partFolders[part]));
  const reason = unseenCharacters(folder)[0]?.message ?? folderFault(directory, folder);
  return reason === undefined ? [] : [`--out: ${reason}`];
}

function projectName(root: string): string {
  const { name } = readPackage(root);
  return typeof name === "string" ? name : basename(root);
}

/** The name of the error class. It may not begin with a digit. */
function toClassName(words: readonly string[]): string {
  // "ApiError" alone is the name of a type.
  if (words.length === 0) return "ServiceError";
  return `${words.join("").replace(/^(?=\d)/, "Api")}ApiError`;
}

/** A name in kebab-case that ends in `-errors`. */
function toId(project: string): string {
  const words = project
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const id = words.join("-").replace(/-?errors?$/, "");
  const stem = /^[a-z]/.test(id) ? id : `api-${id}`.replace(/-$/, "");
  return `${stem}-errors`;
}
