import { afterAll } from "vitest";

const notes: string[] = [];

afterAll(() => {
  if (notes.length > 0) console.log(notes.join("\n"));
});

/** Notes what a test has measured or left out, to be printed after the tests of its file. */
export function addNote(note: string): void {
  notes.push(note);
}
