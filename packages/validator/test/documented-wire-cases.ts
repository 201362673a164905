/**
 * A body that may come on the wire, and its reading. The README's table is made from those that
 * have a title.
 */
export interface WireCase {
  /** The point that it shows, for the README's table. */
  readonly title?: string;
  readonly body: unknown;
  readonly httpStatus?: number;
  /** The kind, and what says most about it. */
  readonly result: string;
}

/** The cases of the README's table. */
export const documentedWireCases: readonly WireCase[] = [
  {
    title: "an error",
    body: { code: "0211", msg: "Order not found" },
    httpStatus: 400,
    result: "error ORDER_NOT_FOUND",
  },
  {
    title: "a numeric code",
    body: { code: -1141, msg: "Duplicate order" },
    httpStatus: 400,
    result: "error ORDER_DUPLICATE",
  },
  {
    title: "an error under HTTP 200",
    body: { code: "0211", msg: "Order not found" },
    httpStatus: 200,
    result: "error ORDER_NOT_FOUND",
  },
  {
    title: "a code without a text",
    body: { code: "-1007" },
    httpStatus: 400,
    result: "error SERVER_TIMEOUT",
  },
  {
    title: "a shared code: the text decides",
    body: { code: "0001", msg: "Required field side missing or invalid" },
    httpStatus: 400,
    result: 'error REQUIRED_FIELD_INVALID {"field":"side"}',
  },
  {
    title: "a shared code without a text",
    body: { code: "0001" },
    httpStatus: 400,
    result: "error UNRECOGNIZED, one of REQUIRED_FIELD_INVALID, SIGNATURE_INVALID",
  },
  {
    title: "another text than we know",
    body: { code: "0211", msg: "No such order" },
    httpStatus: 400,
    result: "error ORDER_NOT_FOUND, drift",
  },
  {
    title: "a code that we do not know",
    body: { code: "-9999", msg: "New" },
    httpStatus: 400,
    result: "error UNRECOGNIZED",
  },
  {
    title: "a success",
    body: { code: "0000", message: "success" },
    httpStatus: 200,
    result: "success",
  },
  {
    title: "a success without a code",
    body: { serverTime: 1 },
    httpStatus: 200,
    result: "success",
  },
  { title: "a bare array", body: [], httpStatus: 200, result: "success" },
  {
    title: "a batch",
    body: {
      code: 0,
      result: [
        { code: "0000", order: {} },
        { code: "-1141", msg: "Duplicate order" },
      ],
    },
    httpStatus: 200,
    result: "batch success, error ORDER_DUPLICATE",
  },
  {
    title: "a batch that lists only failures",
    body: { code: "0000", result: [{ orderId: "7", code: "0211" }] },
    httpStatus: 200,
    result: "batch error ORDER_NOT_FOUND",
  },
  {
    title: "an empty list of failures",
    body: { code: "0000", result: [] },
    httpStatus: 200,
    result: "success",
  },
  { title: "a gateway's failure", body: {}, httpStatus: 502, result: "invalid httpStatus" },
  {
    title: "a success code under HTTP 400",
    body: { code: 0 },
    httpStatus: 400,
    result: "invalid httpStatus at code",
  },
  {
    title: "a flag that says it failed",
    body: { success: false },
    httpStatus: 200,
    result: "invalid not at success",
  },
  {
    title: "an error on WebSocket V1",
    body: { code: "-10004", desc: "Invalid topic!", topic: "..." },
    result: "error TOPIC_INVALID",
  },
  {
    title: "a framework's own error",
    body: { status: 404, error: "Not Found" },
    result: "invalid required",
  },
  { title: "HTML", body: "<html>502 Bad Gateway</html>", httpStatus: 502, result: "invalid type" },
  { title: "nothing", body: null, httpStatus: 200, result: "invalid type" },
  {
    title: "a code of a wrong type",
    body: { code: null },
    httpStatus: 400,
    result: "invalid type at code",
  },
];
