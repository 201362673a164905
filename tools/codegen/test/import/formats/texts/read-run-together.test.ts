import { testDocuments } from "../../import-text.js";

testDocuments([
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
  [
    "letters and digits of a code that run together with the rest, from a PDF",
    "errors.txt",
    "CodeHTTPMessageDescription\nE1001404Order not foundThe order was not found.\nE1002400Balance too lowThe balance was too low.\nE1003409Order lateThe order was late.\n",
    [],
    [
      "E1001 | 404 | Order not found | The order was not found. | 2 | code httpStatus message",
      "E1002 | 400 | Balance too low | The balance was too low. | 3 | code httpStatus message",
      "E1003 | 409 | Order late | The order was late. | 4 | code httpStatus message",
    ],
  ],
]);
