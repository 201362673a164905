import semver from "semver";
import type { Bump } from "./bump.js";

/**
 * The lowest version that may follow a release; undefined if the version is high enough: the
 * changes require no more, nothing was released (0.0.0), or one of the two is not a version.
 */
export function minimumVersion(
  version: string | undefined,
  released: string | undefined,
  bump: Bump,
): string | undefined {
  const [current, last] = [semver.parse(version), semver.parse(released)];
  if (bump === "none" || current === null || !wasReleased(released) || last === null)
    return undefined;
  const minimum = semver.inc(last, bumpAt(last.version, bump) as semver.ReleaseType) as string;
  const { major, minor, patch } = current;
  // 2.0.0-rc.1 may break what 2.0.0 may break.
  const isEnough = semver.gt(current, last) && semver.gte(`${major}.${minor}.${patch}`, minimum);
  return isEnough ? undefined : minimum;
}

/** Before 1.0.0 a minor version may break, and a patch may add. */
const BEFORE_ONE = { major: "minor", minor: "patch", patch: "patch", none: "none" } as const;

/** The bump of a released version that changes require, which is lower before 1.0.0. */
export function bumpAt(version: string | undefined, bump: Bump): Bump {
  return wasReleased(version) && semver.lt(version as string, "1.0.0-0") ? BEFORE_ONE[bump] : bump;
}

/** Whether a version was released: new packages start at 0.0.0. */
export function wasReleased(version: string | undefined): boolean {
  return semver.valid(version) !== null && semver.gt(version as string, "0.0.0");
}
