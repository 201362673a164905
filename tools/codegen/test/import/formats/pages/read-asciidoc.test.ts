import { testDocuments } from "../../import-text.js";

testDocuments([
  [
    "a table with a cell on each line, and prose around it",
    "errors.adoc",
    '= Errors\n\nThese are the errors.\n\n.Error codes\n[options="header", cols="<1m,<1"]\n|===\n\n| Code\n| Description\n\n| Shop.Order.NotFound\n| The order `id` was *not* found.\n\n| Shop.Price.TooLow\n|\nThe price is too low:\nsee xref:prices.adoc[the prices].\n|===\n\nMore prose.\n',
    [],
    [
      "Shop.Order.NotFound | null | The order id was not found. |  | 12-13 | message description",
      "Shop.Price.TooLow | null | The price is too low: see the prices. |  | 15-18 | message description",
    ],
  ],
  [
    "a table with a row on each line, cells that span, and one with bars in it",
    "errors.adoc",
    "|===\n|Code |HTTP status |Message\n\n.2+|1001 |404 |Order not found\n|410 |Order gone\n|1003 |400 a|Side is buy\\|sell\n|===\n",
    [],
    [
      "1001 | 404 | Order not found |  | 4 | ",
      "1001 | 410 | Order gone |  | 4-5 | ",
      "1003 | 400 | Side is buy|sell |  | 6 | ",
    ],
  ],
  [
    "a table by the number of its columns, beside one in a block of code",
    "errors.asciidoc",
    "----\n|===\n|Code |Message\n\n|X1 |Example\n|===\n----\n\n[%header,cols=2*]\n|===\n|Code |Message\n|E1 |Order\nnot found\n// a comment\n|E2\n|Price too low\n|===\n",
    [],
    ["E1 | null | Order not found |  | 12-13 | ", "E2 | null | Price too low |  | 15-16 | "],
  ],
  [
    "tables that are written as CSV",
    "errors.adoc",
    ',===\nCode,Message\n\nE1,"Order `id`, not found"\nE2,"Price\ntoo low"\n,===\n\n[%header,format="csv",separator=";"]\n|===\nCode;Message\nE3;Locked\n|===\n\n:===\nCode:Message\n\nE4:Late\n:===\n',
    ["--table", "1,2,3"],
    [
      "E1 | null | Order id, not found |  | 4 | ",
      "E2 | null | Price too low |  | 5-6 | ",
      "E3 | null | Locked |  | 12 | ",
      "E4 | null | Late |  | 18 | ",
    ],
  ],
  [
    "a bar before each cell of a text, and none at the end",
    "errors.adoc",
    "|===\n|Code |Description\n|1001 |Not found\n|1002 |Too late\n|===\n",
    [],
    [
      "1001 | null | Not found |  | 3 | message description",
      "1002 | null | Too late |  | 4 | message description",
    ],
  ],
]);
