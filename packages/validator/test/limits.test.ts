import { parseResponse, parseText } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

const LIMITED = { outcome: "unknown", retry: "after-delay" };
const OPEN = { outcome: "unknown", retry: "after-reconcile" };

test.each([
  [429, LIMITED],
  [418, LIMITED],
  [400, OPEN],
  [502, OPEN],
  [200, OPEN],
  [undefined, OPEN],
])("under HTTP %s what no entry explains is %o", (httpStatus, judgment) => {
  for (const body of [null, "<html>", { code: null }])
    expect(parseResponse(body, { httpStatus })).toMatchObject({
      kind: "invalid",
      ...judgment,
      error: judgment,
    });
  expect(parseText("<html>", { httpStatus })).toMatchObject({ error: judgment });
  expect(parseResponse({ code: "-9999" }, { httpStatus })).toMatchObject({
    kind: "error",
    error: { name: "UNRECOGNIZED", ...judgment },
  });
  // A shared code without a text is unrecognized too.
  expect(parseResponse({ code: "0001" }, { httpStatus })).toMatchObject({
    error: { name: "UNRECOGNIZED", ...judgment },
  });
});

test("a known code says more than the status", () => {
  expect(parseResponse({ code: "-1007" }, { httpStatus: 429 })).toMatchObject({
    error: { name: "SERVER_TIMEOUT", outcome: "unknown", retry: "after-reconcile" },
  });
});
