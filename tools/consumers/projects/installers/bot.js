import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/ko";
import { parseResponse } from "@hashkey-errors/validator";

const { error } = parseResponse({ code: "0211", msg: "Order not found" });
console.log(error.name, localize(error, messages).locale);
