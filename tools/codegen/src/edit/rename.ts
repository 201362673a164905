/** A rename of an entry. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /**
   * Set if the old name has been released, so that programs compare it: its entry stays, retired,
   * beside a new one.
   */
  readonly retired?: { readonly since: string; readonly reason: string };
}

/** Returns the reason why an old name is retired, unless somebody gives another. */
export function reasonOf(to: string): string {
  return `Renamed to ${to}.`;
}
