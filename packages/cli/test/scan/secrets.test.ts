import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { writeCaptures } from "./capture.js";

const SECRET = "s3cr3tK3y";

/** The records of one request by HTTP clients and proxies, with a secret wherever one may be. */
const request = {
  method: "POST",
  url: `https://user:${SECRET}@api.example.com/api/v1/ws/${SECRET}?apiKey=${SECRET}#${SECRET}`,
  headers: { "X-HK-APIKEY": SECRET, cookie: SECRET },
  queryString: [{ name: "signature", value: SECRET }],
  body: { password: SECRET },
  postData: { text: SECRET },
};

const bodies: readonly unknown[] = [
  { code: "-1007", msg: "Timeout waiting for response from server", token: SECRET },
  { code: "-9999", msg: "Strange", data: { key: SECRET } },
  { code: "0211", msg: "Gone", detail: SECRET },
  { code: { [SECRET]: SECRET } },
  { code: SECRET.length, msg: { [SECRET]: SECRET } },
  { success: false, listenKey: SECRET },
  { success: SECRET },
  `<html>${SECRET}</html>`,
  `{"code":"-1007","msg":"cut off`,
  { orderId: SECRET },
  { code: 0, result: [{ code: "-1007", key: SECRET }, { code: [SECRET] }, SECRET] },
];

const capture = [
  ...bodies.map((body) => ({
    [SECRET]: SECRET,
    request,
    response: { status: 400, headers: request.headers, body },
  })),
  ...bodies.map((body) => ({
    request,
    response: { status: 400, content: { text: JSON.stringify(body), mimeType: "text/plain" } },
  })),
  {
    level: 50,
    err: {
      type: "AxiosError",
      code: "ECONNRESET",
      message: SECRET,
      stack: SECRET,
      config: request,
    },
  },
  { level: 50, msg: `${SECRET} failed: {"code":"-1007","key":"${SECRET}"} ${SECRET}` },
]
  .map((record) => `${JSON.stringify(record)}\n`)
  .concat(`${SECRET} POST ${request.url} {"code":"-1007","key":"${SECRET}"}\n`, `${SECRET}\n`)
  .join("");

test.each(["text", "json", "csv", "markdown", "github", "sarif"])(
  "scan prints no header, query or body beyond code and text as %s",
  (format) => {
    const cwd = writeCaptures({ capture });
    const options = [
      "--propose",
      "found.md",
      "--group-by",
      "hour",
      "--fail-on",
      "executed,unknown",
    ];
    const { status, output, errors } = run(["scan", "capture", "--format", format, ...options], {
      cwd,
    });
    const printed = [output, errors, readFileSync(join(cwd, "found.md"), "utf8")];
    expect(printed.filter((text) => text.includes(SECRET))).toEqual([]);
    expect(output).toContain("/api/v1/ws/…");
    expect(status).toBe(1);
  },
);

test("scan prints nothing of a text that steers a terminal", () => {
  const record = { res: { body: { code: "-99\u001b[31m", msg: "\u001b[2Jgone\u202e\u0007" } } };
  const cwd = writeCaptures({ "a\u001b[2J": JSON.stringify(record) });
  const formats = ["text", "json", "csv", "markdown", "github", "sarif"];
  const printed = formats.map((format) => {
    const { output, errors } = run(["scan", "a\u001b[2J", "nothing\u001b[2J", "--format", format], {
      cwd,
    });
    return output + errors;
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(printed.filter((text) => /[\u001b\u202e\u0007]/.test(text))).toEqual([]);
  expect(printed[0]).toContain('"\ufffd[2Jgone\ufffd\ufffd"');
});
