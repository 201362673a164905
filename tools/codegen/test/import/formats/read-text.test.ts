import { test } from "vitest";
import { type DocumentCase, expectEntries } from "../import-text.js";

test.each<DocumentCase>([
  [
    "an empty cell between columns that spaces align, and texts that go on in the next line",
    "errors.txt",
    "Code   HTTP  Message                     Description\n1001   404   Order not found             The id is unknown or\n                                         belongs to another.\n1002         Low balance\n1003   429   Too many requests           Wait.\n",
    [],
    [
      "1001 | 404 | Order not found | The id is unknown or belongs to another. | 2-3 | ",
      "1002 | null | Low balance |  | 4 | ",
      "1003 | 429 | Too many requests | Wait. | 5 | ",
    ],
  ],
  [
    "a table of reStructuredText",
    "errors.rst",
    "Error codes\n-----------\n\n=====  ======  =====================================\nCode   Status  Message\n=====  ======  =====================================\n2001   400     Side must be BUY or SELL\n2002   400     Price is not a multiple of tick size\n               of the instrument\n2003   503     Matching engine is down\n=====  ======  =====================================\n",
    [],
    [
      "2001 | 400 | Side must be BUY or SELL |  | 7 | ",
      "2002 | 400 | Price is not a multiple of tick size of the instrument |  | 8-9 | ",
      "2003 | 503 | Matching engine is down |  | 10 | ",
    ],
  ],
  [
    "names with numbers, which are the codes",
    "errors.txt",
    "ORDER_NOT_FOUND = 1001\nLOW_BALANCE     = 1002\nRATE_LIMITED    = 1003\n",
    [],
    [
      "1001 | null | 1001 |  | 1 | message",
      "1002 | null | 1002 |  | 2 | message",
      "1003 | null | 1003 |  | 3 | message",
    ],
  ],
  [
    "names with numbers and texts",
    "errors.txt",
    "ORDER_NOT_FOUND: 1001 Order not found\nLOW_BALANCE: 1002 Low balance\nRATE_LIMITED: 1003 Too many requests\n",
    [],
    [
      "1001 | null | Order not found |  | 1 | message",
      "1002 | null | Low balance |  | 2 | message",
      "1003 | null | Too many requests |  | 3 | message",
    ],
  ],
  [
    "codes with statuses",
    "errors.txt",
    "ORDER_MISSING = 404\nLOW_BALANCE = 400\nBAD_PRICE = 400\n",
    [],
    [
      "ORDER_MISSING | 404 | ORDER_MISSING |  | 1 | code httpStatus message",
      "LOW_BALANCE | 400 | LOW_BALANCE |  | 2 | code httpStatus message",
      "BAD_PRICE | 400 | BAD_PRICE |  | 3 | code httpStatus message",
    ],
  ],
])("import reads from text: %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
