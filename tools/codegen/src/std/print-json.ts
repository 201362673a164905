/** The text of a JSON file: two spaces, and a newline at the end. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * Prints an object whose last member is a long list or object, piece by piece. In `value` that
 * member is empty; `parts` are its contents in turn: lists, or objects that share no name.
 */
export function* printLongJson(value: object, parts: Iterable<object>): Generator<string> {
  const whole = printJson(value);
  // The brackets of the empty member and of the object.
  yield whole.slice(0, -"]\n}\n".length);
  let before = "";
  for (const part of parts) {
    const printed = JSON.stringify({ "": part }, undefined, 2);
    yield before + printed.slice('{\n  "": ['.length, -"\n  ]\n}".length);
    before = ",";
  }
  yield (before === "" ? "" : "\n  ") + whole.slice(-"]\n}\n".length);
}
