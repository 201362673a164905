/** The part of a version that is raised. */
export type Bump = "none" | "patch" | "minor" | "major";

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

/** The highest of several bumps. */
export function highestBump(bumps: readonly Bump[]): Bump {
  return bumps.reduce((a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a), "none");
}
