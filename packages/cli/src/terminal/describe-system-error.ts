/** Says why a file could not be read; undefined for what is not an error of the system. */
export function describeUnread(error: unknown): string | undefined {
  const reason = describeSystemError(error);
  if (reason === undefined) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "does not exist";
  if (code === "EISDIR") return "is a folder";
  const isForbidden = code === "EACCES" || code === "EPERM";
  return `cannot be read (${isForbidden ? "permission denied" : reason})`;
}

/** Returns an error of the system without the path in its message; undefined for any other. */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error)) return undefined;
  return error.message.split(",")[0];
}
