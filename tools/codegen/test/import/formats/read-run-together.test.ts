import { test } from "vitest";
import { type DocumentCase, expectEntries } from "../import-text.js";

test.each<DocumentCase>([
  [
    "a text over two lines, and digits that belong to the code or to the message",
    "errors.txt",
    "Errors\n1001400Order not foundThe order does not exist\n1002400Order too largeThe order exceeds what\nis allowed\n100340030 days are over\n\nThe end\n",
    [],
    [
      "1001 | 400 | Order not found | The order does not exist | 2 | message description",
      "1002 | 400 | Order too large | The order exceeds what is allowed | 3-4 | message description",
      "1003 | 400 | 30 days are over |  | 5 | code httpStatus message description",
    ],
  ],
])("readRunTogether reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
