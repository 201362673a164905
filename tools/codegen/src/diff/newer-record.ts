import semver from "semver";

/**
 * Returns the one of two texts of `released.json` that records the newer version; undefined if
 * neither does.
 */
export function newerRecord([one, other]: readonly string[]): string | undefined {
  const [mine, theirs] = [versionOf(one), versionOf(other)];
  if (mine === null || theirs === null || semver.eq(mine, theirs)) return undefined;
  return semver.gt(mine, theirs) ? one : other;
}

function versionOf(text = ""): semver.SemVer | null {
  try {
    return semver.parse(JSON.parse(text).version);
  } catch {
    // It is not a record.
    return null;
  }
}
