import { fileURLToPath } from "node:url";

/**
 * The folder of our own catalog and of the seed table. An edit of them concerns only the tests that
 * import this file, which `vitest related` runs.
 */
export const schemas: string = fileURLToPath(new URL("../../../schemas", import.meta.url));
