import { ask } from "./commands.js";

/**
 * Returns the checksum of a published version; undefined if the registry does not have it.
 *
 * @param {string} release Such as `@acme/types@1.0.0`
 * @returns {string | undefined}
 */
export function integrityOf(release) {
  return view(release, "dist.integrity");
}

/**
 * Returns the version that users of a package get; undefined if the registry does not have it.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function latestOf(name) {
  return view(name, "dist-tags.latest");
}

/**
 * @param {string} what A package, or a version of it
 * @param {string} field
 */
function view(what, field) {
  const { succeeded, stdout, stderr } = ask("npm", "view", what, field, "--json");
  if (succeeded) {
    return stdout.trim() === "" ? undefined : JSON.parse(stdout);
  }
  if (stderr.includes("E404")) {
    return undefined;
  }
  throw new Error(`The registry does not say whether it has ${what}:\n${stderr}`);
}
