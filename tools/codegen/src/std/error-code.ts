/** The code of an error of the system, such as `ENOENT`; undefined for what else was thrown. */
export function errorCode(thrown: unknown): unknown {
  return thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
}
