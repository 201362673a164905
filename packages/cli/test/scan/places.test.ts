import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";

const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };
const TEXT = JSON.stringify(TIMEOUT);

/** The places of the requests that may have been executed, in the only file. */
const placesOf = (content: string) =>
  scanCapture(content).report.mayHaveBeenExecuted.requests.map(
    ({ place: { file: _, ...place } }) => place,
  );

test("scan names the line of a document, and the number of an element in an array", () => {
  const document = JSON.stringify(TIMEOUT, undefined, 2);
  expect(placesOf(`${document}\n${document}`)).toEqual([{ line: 1 }, { line: 5 }]);
  const elements = JSON.stringify([{ body: {} }, 5, null, TEXT, "x", { body: TIMEOUT }]);
  const found = [4, 6].map((entry) => ({ line: 2, entry }));
  expect(placesOf(`begun\n${elements}\n`)).toEqual(found);
  expect(placesOf(`[{"a":},\n${TEXT}]`)).toEqual([{ line: 2, entry: 2 }]);
});

test("scan names the number of an entry of a HAR, and counts no page", () => {
  const order = { method: "POST", url: "https://a.example/api/v1/spot/order" };
  const entry = (text: string) => ({ request: order, response: { content: { text } } });
  const pages = ["a", "b"].map((id) => ({ id }));
  const entries = [entry('{"code":0}'), { request: order }, entry(TEXT)];
  for (const log of [
    { creator: {}, pages, entries },
    { creator: {}, entries, pages },
  ]) {
    const { report } = scanCapture(JSON.stringify({ log }, undefined, 1));
    expect(report.mayHaveBeenExecuted.requests).toMatchObject([{ place: { entry: 3 } }]);
    expect(report.read).toMatchObject({ responses: 2, withoutBody: 0 });
  }
});

test("scan reads an array whose texts have brackets, wherever the file is divided", () => {
  // Of three files that differ by a blank, one is divided between a backslash and its quotation
  // mark.
  const note = JSON.stringify({ note: '"]'.repeat(100_000) });
  for (const blank of ["", " ", "  "])
    expect(placesOf(`[${blank}${note},\n${TEXT}]`)).toEqual([{ line: 2, entry: 2 }]);
});
