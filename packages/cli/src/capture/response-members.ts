/** The members in which records keep a response. */
export const RESPONSES: readonly string[] = ["response", "res", "resp", "reply", "answer"];

/** The members in which records keep the body of a response, and of nothing else. */
export const OWN_BODIES: readonly string[] = ["responseBody", "response_body"];

/** The members in which records keep what was thrown. */
export const THROWN: readonly string[] = [
  "err",
  "error",
  "exception",
  // Python, Java, Serilog, and AWS Lambda.
  "exc_info",
  "stack_trace",
  "thrown",
  "@x",
  "errorMessage",
];
