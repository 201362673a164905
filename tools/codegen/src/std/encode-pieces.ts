/**
 * Encodes the pieces of a text as UTF-8, one by one and in the same memory: each is valid until the
 * next one is taken.
 */
export function* encodePieces(pieces: Iterable<string>): Generator<Uint8Array> {
  let buffer = Buffer.alloc(0);
  for (const piece of pieces) {
    const most = piece.length * 3;
    if (buffer.length < most) buffer = Buffer.allocUnsafe(most);
    yield buffer.subarray(0, buffer.write(piece));
  }
}
