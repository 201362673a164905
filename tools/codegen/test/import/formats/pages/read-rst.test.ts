import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "a list-table in prose, with markup and cells of several lines",
    "errors.rst",
    "Errors\n======\n\nSee :ref:`codes`, such as 404.\n\n.. list-table:: Fields\n   :header-rows: 1\n\n   * - Field\n     - Type\n   * - code\n     - string\n\n.. list-table:: Error codes\n   :widths: 20 10 70\n   :header-rows: 1\n\n   * - Code\n     - HTTP status\n     - Message\n\n   * - ``order_not_found``\n     - 404\n     - The order ``id`` was not found: see\n       :doc:`the guide </guide>` and `RFC <https://a.b/c>`_.\n   * - ``price_too_low``\n     - 400\n     -\n\nMore prose.\n",
    [],
    [
      "order_not_found | 404 | The order id was not found: see the guide and RFC. |  | 22-25 | ",
      "price_too_low | 400 | price_too_low |  | 26-28 | message",
    ],
  ],
  [
    "a list-table with other marks and indents, and no row of headings",
    "errors.rst",
    ".. list-table::\n\n    -   *   1001\n        *   Order not found\n    -   *   1002\n        *   Price *too* low\n",
    ["--columns", "code=1,message=2"],
    ["1001 | null | Order not found |  | 3-4 | ", "1002 | null | Price too low |  | 5-6 | "],
  ],
  [
    "csv-tables, with a delimiter of their own and cells of several lines",
    "errors.rst",
    '.. csv-table:: Errors\n   :header: "Code", "Message"\n   :widths: 20, 80\n\n   "E1", "Order not found"\n   "E2", "Price\n   too low"\n\n.. csv-table::\n   :delim: ;\n   :header-rows: 1\n\n   Code; Message\n   E3; Locked, for now\n',
    [],
    [
      "E1 | null | Order not found |  | 5 | ",
      "E2 | null | Price too low |  | 6-7 | ",
      "E3 | null | Locked, for now |  | 14 | ",
    ],
  ],
  [
    "a csv-table whose delimiter is not named",
    "errors.rst",
    ".. csv-table::\n   :delim:\n   :header: Code, Message\n\n   E1, Order not found\n",
    [],
    ["E1 | null | Order not found |  | 5 | "],
  ],
  [
    "tables with rules in prose",
    "errors.rst",
    "Errors\n======\n\nText that explains a lot\nin several lines\nand says no codes.\n\n=====  ===============\nCode   Message\n=====  ===============\nE1     Order not found\nE2     Price too low\n=====  ===============\n\n+------+-----------+\n| Code | Message   |\n+======+===========+\n| E3   | Account   |\n|      | locked    |\n+------+-----------+\n",
    [],
    [
      "E1 | null | Order not found |  | 11 | ",
      "E2 | null | Price too low |  | 12 | ",
      "E3 | null | Account locked |  | 18-19 | ",
    ],
  ],
  [
    "a grid table of reStructuredText, whose texts take several lines",
    "errors.rst",
    "+------+--------------+\n| Code | Meaning      |\n+======+==============+\n| 1001 | Order not    |\n|      | found        |\n+------+--------------+\n| 1002 | Too late     |\n+------+--------------+\n\n====  =======\nCode  Meaning\n====  =======\n2001  Too low\n2002  Too big\n====  =======\n",
    [],
    [
      "1001 | null | Order not found |  | 4-5 | message description",
      "1002 | null | Too late |  | 7 | message description",
      "2001 | null | Too low |  | 13 | message description",
      "2002 | null | Too big |  | 14 | message description",
    ],
  ],
]);

test("a csv-table whose rows are in another file names it", async () => {
  const { output, status } = await importText(
    emptyCatalog({ id: "rst" }),
    "errors.rst",
    "Errors\n======\n\n.. csv-table::\n   :header: Code, Message\n   :file: codes.csv\n",
  );
  expect(status).toBe(1);
  expect(output).toContain(
    'errors.rst:4:1 error its rows are in "codes.csv": import that file (import)',
  );
});

test("a csv-table that is not well-formed is reported at its line", async () => {
  const { output, status } = await importText(
    emptyCatalog({ id: "rst" }),
    "errors.rst",
    'Errors\n======\n\n.. csv-table::\n   :header: Code, Message\n\n   E1, Fine\n   E2, "open\n',
  );
  expect(status).toBe(1);
  expect(output).toMatch(/errors\.rst:8:1 error not a well-formed row/);
});

test("quotation marks in a row of a csv-table are one problem", async () => {
  const { output } = await importText(
    emptyCatalog({ id: "rst" }),
    "errors.rst",
    '.. csv-table::\n   :header: Code, Message\n\n   "E1","Order "x" of "y" is late"\n',
  );
  expect(output.match(/errors\.rst:\d+:1 error not a well-formed row.*/g)).toEqual([
    expect.stringMatching(/^errors\.rst:4:1 error (?!.*at line)/),
  ]);
});
