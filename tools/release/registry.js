import { ask } from "./commands.js";

/**
 * Returns the checksum of a published version; undefined if the registry does not have it.
 *
 * @param {string} release Such as `@acme/types@1.0.0`
 * @returns {string | undefined}
 */
export function integrityOf(release) {
  const { succeeded, stdout, stderr } = ask("npm", "view", release, "dist.integrity", "--json");
  if (succeeded) {
    return stdout.trim() === "" ? undefined : JSON.parse(stdout);
  }
  if (stderr.includes("E404")) {
    return undefined;
  }
  throw new Error(`The registry does not say whether it has ${release}:\n${stderr}`);
}
