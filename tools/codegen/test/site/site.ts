import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "parse5";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";

/** A site as it was written, by path. */
export type Site = ReadonlyMap<string, string>;

/** Draws the site of a catalog with the command line, and reads it. */
export async function drawSite(workspace: Workspace, ...args: string[]): Promise<Site> {
  const out = join(workspace.root, "site");
  const { status, output } = await codegen(workspace, "site", "--out", out, ...args);
  if (status !== 0) throw new Error(output);
  return readSite(out);
}

let plain: Promise<Site> | undefined;

/** The site of the second catalog as it is: drawn once for the tests that only read it. */
export function plainSite(): Promise<Site> {
  plain ??= drawSite(copyAcme());
  return plain;
}

/** Reads a site from its folder. */
function readSite(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.slice(folder.length + 1).replaceAll("\\", "/"),
        readFileSync(file, "utf8"),
      ]),
  );
}

/** Returns the text of a file of a site; it must be there. */
export function fileOf(site: Site, path: string): string {
  const text = site.get(path);
  if (text === undefined) throw new Error(`the site has no ${path}`);
  return text;
}

/** Returns the name of an error in the JSON of a page. */
export const nameOf = ({ name }: { readonly name: string }): string => name;

/** An element of a page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it. */
  readonly text: string;
}

/** Returns the elements of a page in their order, as a browser reads it. */
export function elementsOf(html: string): readonly PageElement[] {
  return collect(parse(html));
}

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly value?: string;
}

function collect(node: Node): PageElement[] {
  const below = (node.childNodes ?? []).flatMap(collect);
  if (node.attrs === undefined) return below;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.nodeName, attributes, text: textOf(node) }, ...below];
}

function textOf({ value, childNodes = [] }: Node): string {
  return value ?? childNodes.map(textOf).join("");
}

/** The links of all pages that lead to no file of the site. */
export function brokenLinks(site: Site): readonly string[] {
  return [...site]
    .filter(([path]) => path.endsWith(".html") && path !== "404.html")
    .flatMap(([path, html]) =>
      elementsOf(html)
        .flatMap(({ attributes }) => [attributes.href ?? "", attributes.src ?? ""])
        .filter((link) => link !== "" && !/^(?:#|[a-z]+:)/.test(link))
        .map((link) => posix.join(posix.dirname(path), link.replace(/[?#].*$/, "")))
        .filter((target) => !site.has(target))
        .map((target) => `${path} -> ${target}`),
    );
}
