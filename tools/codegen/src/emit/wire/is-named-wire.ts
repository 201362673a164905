import type { Wire, WirePath } from "../../catalog/catalog.js";

/**
 * Whether bodies can be read by literal names alone: one code, texts beside it, and no lists.
 * Engines read these fastest. Other wires are read by their paths.
 */
export function isNamedWire(wire: Wire): boolean {
  const { error, isList, code, statusIsCode, message, codePattern, codeDecides, batch } = wire;
  const flags = wire.failed?.members ?? [];
  return (
    isNamed(error) &&
    !isList &&
    code.length === 1 &&
    [...code, ...message].every((path) => path.length === 1 && isNamed(path)) &&
    !statusIsCode &&
    codePattern === undefined &&
    codeDecides &&
    !wire.success.includes(null) &&
    flags.every(({ path }) => path.length === 1) &&
    (batch === undefined || (isNamed(batch.path) && isReadAlike(wire, batch)))
  );
}

/** Whether an item of a batch is read as a whole body is. */
function isReadAlike(wire: Wire, batch: NonNullable<Wire["batch"]>): boolean {
  const placesOf = ({ error, isList, code, message }: Omit<typeof batch, "path">) =>
    JSON.stringify([error, isList, code, message]);
  return batch.path.length === 1 && placesOf(batch) === placesOf(wire);
}

function isNamed(path: WirePath): boolean {
  return path.every(({ kind }) => kind === "member");
}
