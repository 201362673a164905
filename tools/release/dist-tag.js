import { latestOf } from "./registry.js";

/**
 * Returns the dist-tag to publish a version under. A prerelease gets that of its name:
 * 1.1.0-snapshot.abc is published as `snapshot`. A version that is lower than the newest one, as a
 * fix of an older major is, would be a step back for all who install `latest`: 1.4.1 is then
 * published as `latest-1`.
 *
 * @param {string} name
 * @param {string} version
 */
export function distTagOf(name, version) {
  if (version.includes("-")) {
    return /-([a-z]+)/.exec(version)?.[1] ?? "prerelease";
  }
  return isNewer(latestOf(name), version) ? `latest-${version.split(".")[0]}` : "latest";
}

/**
 * Whether the version that users get is newer than another one. If nothing else was published, it
 * may be a prerelease.
 *
 * @param {string | undefined} latest
 * @param {string} version
 */
function isNewer(latest = "-", version) {
  return !latest.includes("-") && latest.localeCompare(version, "en", { numeric: true }) > 0;
}
