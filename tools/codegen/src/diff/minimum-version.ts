import semver from "semver";
import type { Bump } from "./bump.js";

/**
 * The least version that may follow a release, where the version is lower than that; undefined where it will do: what
 * has changed calls for no more, nothing was released (0.0.0), or one of the two is no version.
 */
export function minimumVersion(
  version: string | undefined,
  released: string | undefined,
  bump: Bump,
): string | undefined {
  const [now, then] = [semver.parse(version), semver.parse(released)];
  if (bump === "none" || now === null || !wasReleased(released) || then === null) return undefined;
  const least = semver.inc(then, then.major === 0 ? BEFORE_ONE[bump] : bump) as string;
  const { major, minor, patch } = now;
  // 2.0.0-rc.1 promises what 2.0.0 does.
  const isEnough = semver.gt(now, then) && semver.gte(`${major}.${minor}.${patch}`, least);
  return isEnough ? undefined : least;
}

/** Below 1.0.0 a minor breaks, and a patch adds. */
const BEFORE_ONE = { major: "minor", minor: "patch", patch: "patch" } as const;

/** Whether something was released at a version: new packages start at 0.0.0. */
export function wasReleased(version: string | undefined): boolean {
  return semver.valid(version) !== null && semver.gt(version as string, "0.0.0");
}
