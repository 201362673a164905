/** Returns the message of an exception. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
