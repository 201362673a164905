import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/en";
import { type ApiError, matchError, parseResponse } from "@hashkey-errors/validator";

/** Written for the first release, without knowledge of later ones. */
function next(error: ApiError): "look" | "fix" | "wait" {
  return matchError(error, {
    ORDER_NOT_FOUND: () => "look",
    _: (other) => {
      switch (other.retry) {
        case "after-fix":
          return "fix";
        case "after-delay":
          return "wait";
        default:
          return "look";
      }
    },
  });
}

function explain(error: ApiError): string {
  switch (error.name) {
    case "REQUIRED_FIELD_INVALID":
      return error.params?.field ?? error.code;
    default:
      return error.name;
  }
}

for (const body of [
  { code: "0211", msg: "Order not found" },
  { code: "0206", msg: "Unsupported order type" },
  { code: "-9901", msg: "Sub account A7 is not active" },
]) {
  const response = parseResponse(body);
  if (response.kind !== "error") throw new Error(response.kind);
  const { error } = response;
  console.log(`${next(error)} ${explain(error)} ${localize(error, messages).message}`);
}
