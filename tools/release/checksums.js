import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "SHA256SUMS";

/** Names that neither npm nor git gives a meaning to, as they would to `.npmrc`. */
const PLAIN_NAME = /^[a-z0-9][\w.-]*\.(tgz|cdx\.json|patch|md)$/;

/**
 * Lists the checksums of all files of a folder in `SHA256SUMS`, as `sha256sum` does, and returns
 * the checksum of that list: it stands for all of them.
 *
 * @param {string} folder
 */
export function writeChecksums(folder) {
  const text = readdirSync(folder)
    .sort()
    .map((file) => `${checksumOf(join(folder, file))}  ${file}\n`)
    .join("");
  writeFileSync(join(folder, FILE), text);
  return checksumOf(join(folder, FILE));
}

/**
 * Throws unless a folder has exactly the files that were prepared, with the same bytes.
 *
 * @param {string} folder
 * @param {string | undefined} checksum What `writeChecksums` returned; undefined if it is not known
 */
export function verifyChecksums(folder, checksum) {
  const list = join(folder, FILE);
  if (checksum !== undefined && checksumOf(list) !== checksum) {
    throw new Error(`${list} is not the list that was prepared`);
  }
  const lines = readFileSync(list, "utf8").split("\n").slice(0, -1);
  const listed = lines.map((line) => line.slice(66));
  const found = readdirSync(folder).filter((file) => file !== FILE);
  const wrong = [
    ...found.filter((file) => !listed.includes(file)).map((file) => `${file} is not listed`),
    ...listed.filter((file) => !PLAIN_NAME.test(file)).map((file) => `${file} is not expected`),
    ...lines
      .filter((line, index) => {
        const file = listed[index] ?? "";
        return !found.includes(file) || line !== `${checksumOf(join(folder, file))}  ${file}`;
      })
      .map((line) => `${line.slice(66)} is missing, or differs from what was prepared`),
  ];
  if (wrong.length > 0) {
    throw new Error(`Nothing was done: ${wrong.join("; ")}`);
  }
}

/** @param {string} path */
function checksumOf(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
