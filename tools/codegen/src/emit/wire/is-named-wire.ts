import { hasSameError, type Wire } from "../../catalog/wire.js";
import { hasOnlyNames, type WirePath } from "../../catalog/wire-path.js";

/**
 * Whether bodies can be read by literal names alone: one code, texts beside it, and no lists.
 * Engines read these fastest. Other wires are read by their paths.
 */
export function isNamedWire(wire: Wire): boolean {
  const { error, isList, code, statusIsCode, message, codePattern, codeDecides, batch } = wire;
  const flags = wire.failed?.members ?? [];
  return (
    hasOnlyNames(error) &&
    !isList &&
    code.length === 1 &&
    [...code, ...message].every((path) => isName(path)) &&
    !statusIsCode &&
    codePattern === undefined &&
    codeDecides &&
    flags.every(({ path }) => path.length === 1) &&
    (batch === undefined || (isName(batch.path) && hasSameError(wire, batch)))
  );
}

function isName(path: WirePath): boolean {
  return path.length === 1 && hasOnlyNames(path);
}
