import { openSync, readSync } from "node:fs";

// Parses each line of a file, from its first brace on, and does nothing else: the least that a scan
// can take.

const [, , file = ""] = process.argv;
const handle = openSync(file, "r");
const buffer = Buffer.allocUnsafe(256 * 1024);
let rest: Buffer = Buffer.alloc(0);
let lines = 0;
let kept: unknown;
for (let count = 1; count > 0; ) {
  count = readSync(handle, buffer, 0, buffer.length, null);
  const chunk = buffer.subarray(0, count);
  let from = 0;
  for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
    const line =
      rest.length === 0
        ? chunk.toString("utf8", from, to)
        : Buffer.concat([rest, chunk.subarray(from, to)]).toString("utf8");
    rest = Buffer.alloc(0);
    from = to + 1;
    lines++;
    kept = JSON.parse(line.slice(line.indexOf("{")));
  }
  rest = Buffer.concat([rest, chunk.subarray(from)]);
}
console.log(lines, typeof kept);
