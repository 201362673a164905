import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A package that was packed. All that is said of it comes from the tarball itself.
 *
 * @typedef {object} Tarball
 * @property {string} file
 * @property {string} name
 * @property {string} version
 * @property {string} release Its name and version, as npm and the tags of git write it
 * @property {string} integrity The checksum that the registry shows
 * @property {readonly string[]} dependencies
 */

/**
 * Returns the tarballs of a folder, each after those that it depends on: whoever installs one while
 * the others are being published finds what it needs.
 *
 * @param {string} folder
 * @returns {readonly Tarball[]}
 */
export function readTarballs(folder) {
  const left = readdirSync(folder)
    .filter((file) => file.endsWith(".tgz"))
    .sort()
    .map((file) => readTarball(folder, file));
  if (left.length === 0) {
    throw new Error(`${folder} has no tarball`);
  }
  /** @type {Tarball[]} */
  const ordered = [];
  while (left.length > 0) {
    const names = left.map(({ name }) => name);
    const index = left.findIndex(({ dependencies }) =>
      dependencies.every((name) => !names.includes(name)),
    );
    if (index === -1) {
      throw new Error(`${names.join(", ")} depend on each other`);
    }
    ordered.push(...left.splice(index, 1));
  }
  return ordered;
}

/**
 * Returns a file of a package.
 *
 * @param {string} folder
 * @param {string} tarball
 * @param {string} path
 */
export function readPacked(folder, tarball, path) {
  return execFileSync("tar", ["-xzOf", join(folder, tarball), `package/${path}`], {
    encoding: "utf8",
  });
}

/**
 * Returns what a changelog says of its newest version.
 *
 * @param {string} changelog
 */
export function newestChanges(changelog) {
  const [, section = ""] = changelog.split(/^## .*$/m);
  return section.trim();
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Tarball}
 */
function readTarball(folder, file) {
  const { name, version, dependencies = {} } = JSON.parse(readPacked(folder, file, "package.json"));
  const sha512 = createHash("sha512").update(readFileSync(join(folder, file)));
  return {
    file,
    name,
    version,
    release: `${name}@${version}`,
    integrity: `sha512-${sha512.digest("base64")}`,
    dependencies: Object.keys(dependencies),
  };
}
