import { testDocuments } from "../../import-text.js";

testDocuments([
  [
    "HTTP statuses as the code beside an error code, in Go",
    "errors.go",
    'package api\n\nvar ApiErrors = map[string]*ApiError{\n\t"price": {Code: 400, ErrCode: 10002, Description: "bad price"},\n\t"order": {Code: 404, ErrCode: 10003, Description: "no order"},\n}\n',
    [],
    ["10002 | 400 | bad price |  | 4 | ", "10003 | 404 | no order |  | 5 | "],
  ],
  [
    "codes that are not all HTTP statuses",
    "errors.go",
    "package errs\n\nconst (\n\tErrGone Code = 200\n\tErrLate Code = 410\n\tErrStale Code = 214\n)\n",
    [],
    [
      "200 | null | 200 |  | 4 | message",
      "410 | null | 410 |  | 5 | message",
      "214 | null | 214 |  | 6 | message",
    ],
  ],
  [
    "codes that are all HTTP statuses, with names of their own",
    "errors.ts",
    "export enum ErrorCode {\n  Created = 201,\n  NotFound = 404,\n  Stale = 410,\n}\n",
    [],
    [
      "201 | null | 201 |  | 2 | message",
      "404 | 404 | 404 |  | 3 | message",
      "410 | 410 | 410 |  | 4 | httpStatus message",
    ],
  ],
]);
