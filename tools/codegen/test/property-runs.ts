/**
 * Returns how many random cases a property tries: `quick` many in `pnpm test`, and `thorough` many
 * in `pnpm test:properties`, which runs every test that imports this file.
 */
export function propertyRuns({ quick, thorough }: { quick: number; thorough: number }): number {
  return process.env.THOROUGH === "true" ? thorough : quick;
}
