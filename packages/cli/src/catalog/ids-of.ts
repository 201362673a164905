/** Returns the code and the name of a failure; a name that is the code too is there once. */
export function idsOf({
  code,
  name,
}: {
  readonly code: string | null;
  readonly name: string;
}): readonly string[] {
  return code === null || code === name ? [name] : [code, name];
}
