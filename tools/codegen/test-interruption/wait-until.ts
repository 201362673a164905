/** Waits in a busy loop, so that a moment is met to the tenth of a millisecond. */
export function waitUntil(isReached: () => boolean, milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && !isReached());
}
