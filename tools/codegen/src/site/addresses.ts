import { posix } from "node:path";
import { type Catalog, type Entry, isErrorEntry, RESERVED_NAMES } from "../catalog/catalog.js";
import { codesOf } from "../catalog/entry.js";
import { identifiable } from "../catalog/successor.js";
import { portableNameFault } from "../std/portable-name.js";

/** The folder of scripts and styles. */
export const ASSETS = "assets";

/** The list of all errors: the name of its files. */
const INDEX = "index";

/** A page in a locale, and where its other forms are. All are files of the site. */
export interface PageFiles {
  readonly html: string;
  readonly md: string;
  readonly json: string;
}

/** The addresses of a catalog's pages. They are stable: names and codes never change. */
export class Addresses {
  /** The locales of the pages; the first is at the root of the site. */
  readonly tags: readonly string[];
  /** Whose page a code leads to, by the code: several errors where they share it. */
  readonly codes: ReadonlyMap<string, readonly string[]>;

  constructor({ manifest, locales, entries }: Pick<Catalog, "manifest" | "locales" | "entries">) {
    const { sourceLocale } = manifest;
    const others = locales.map(({ tag }) => tag).filter((tag) => tag !== sourceLocale);
    this.tags = [sourceLocale, ...others];
    this.codes = codePages(entries, this.tags);
  }

  /** The files of the page of an error, by its name. */
  error(tag: string, name: string): PageFiles {
    return this.#page(tag, name);
  }

  /** The files of the list of all errors. */
  index(tag: string): PageFiles {
    const stem = this.#folder(tag) + INDEX;
    return { html: `${stem}.html`, md: `${stem}.md`, json: `${stem}.json` };
  }

  /** The page that leads from a code to its errors. */
  code(tag: string, code: string): PageFiles {
    return this.#page(tag, code);
  }

  #page(tag: string, word: string): PageFiles {
    const stem = `${this.#folder(tag)}${word}`;
    return { html: `${stem}/index.html`, md: `${stem}.md`, json: `${stem}.json` };
  }

  #folder(tag: string): string {
    return tag === this.tags[0] ? "" : `${tag}/`;
  }
}

/** Returns a link from one file to another that works in any folder, and without a server. */
export function linkTo(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to) || posix.basename(to);
}

/** Returns the address of a file under that of the site: without the name of a folder's index. */
export function addressOf(baseUrl: string, file: string): string {
  return `${baseUrl}/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/**
 * Codes whose address would be that of another page have none of their own, on any system: on some,
 * `order` and `ORDER` are one folder. Nor have codes that servers and systems read otherwise.
 */
function codePages(
  entries: readonly Entry[],
  tags: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const errors = entries.filter(isErrorEntry);
  const names = [...errors.map(({ name }) => name), ...Object.keys(RESERVED_NAMES)];
  const taken = new Set([ASSETS, INDEX, ...tags, ...names].map((name) => name.toLowerCase()));
  const found = new Map<string, string[]>();
  // No response has the name of an error that was renamed.
  for (const entry of identifiable(entries)) {
    for (const code of new Set(codesOf(entry))) {
      const bearers = found.get(code);
      if (bearers !== undefined) bearers.push(entry.name);
      else if (isAddress(code) && !taken.has(code.toLowerCase())) {
        taken.add(code.toLowerCase());
        found.set(code, [entry.name]);
      }
    }
  }
  return found;
}

function isAddress(code: string): boolean {
  return /^[\w-]{1,100}$/.test(code) && portableNameFault(code) === undefined;
}
