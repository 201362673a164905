/** The members in which records keep a response. */
export const RESPONSES: readonly string[] = ["response", "res", "resp", "reply", "answer"];

/** The members in which records keep the body of a response, and of nothing else. */
export const OWN_BODIES: readonly string[] = ["responseBody", "response_body"];

/** The members in which responses keep their body. */
export const BODIES: readonly string[] = ["body", "data", "content", "text", "payload", "json"];

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

/** The members in which records and exceptions keep a request. */
export const REQUESTS: readonly string[] = ["request", "req", "config"];

/** The members that hold what was sent, which is not an answer. */
export const SENT: readonly string[] = [...REQUESTS, "headers", "params", "query"];

/** The members in which loggers keep the level of a line. */
export const LEVELS: readonly string[] = ["level", "severity", "levelname"];

/** The members that hold a line of a log. */
export const LINES: readonly string[] = [
  "message",
  "msg",
  "log",
  "line",
  "event",
  "textPayload",
  "@message",
  // journald, Serilog, and GELF.
  "MESSAGE",
  "@m",
  "short_message",
  // Splunk, and OpenTelemetry.
  "_raw",
  "stringValue",
];

/** The members in which records keep their time. */
export const TIMES: readonly string[] = [
  "time",
  "timestamp",
  "ts",
  "@timestamp",
  "startedDateTime",
  "datetime",
  "date",
  "asctime",
  "@t",
  "Timestamp",
  "__REALTIME_TIMESTAMP",
  "_time",
  "timeUnixNano",
  "observedTimeUnixNano",
  // log4j, nginx, and the logs of Azure and Alibaba Cloud.
  "instant",
  "timeMillis",
  "time_local",
  "time_iso8601",
  "TimeGenerated",
  "__time__",
];
