import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/en";
import {
  HashKeyApiError,
  identify,
  isHashKeyApiError,
  matchError,
} from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import { copy, knows, placeOrder } from "bot";

let thrown;
try {
  placeOrder({ code: "-1141", msg: "Duplicate order" });
} catch (error) {
  thrown = error;
}
const answers = [
  copy !== HashKeyApiError,
  !(thrown instanceof HashKeyApiError),
  isHashKeyApiError(thrown, "ORDER_DUPLICATE"),
  matchError(thrown.failure, { ORDER_DUPLICATE: () => 1, _: () => 2 }) === 1,
  toProblem(thrown.failure).status === 409,
  localize(thrown.failure, messages).locale === "en",
  // The reverse: the older copy gets an error that only the newer one knows.
  knows(new HashKeyApiError(identify("-9901")), "SUB_ACCOUNT_NOT_ACTIVE"),
];
console.log(answers.every(Boolean) ? "all well" : `wrong: ${answers.join()}`);
