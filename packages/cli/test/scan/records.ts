/** The records of a capture, as NDJSON. */
export const lines = (...records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** A record of one request, as loggers write it. */
export const record = (time: string, method: string, body: unknown, status = 400) => ({
  time,
  req: { method, url: "https://user:pass@api.example.com/api/v1/spot/order/8a7Q2?key=SECRET" },
  res: { statusCode: status, headers: { "x-key": "SECRET" }, body },
});

export const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };
export const NOT_FOUND = { code: "0211", msg: "Order not found" };
