import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/en";
import { parseResponse } from "@hashkey-errors/validator";

const response = parseResponse({ code: "-1007" });
if (response.kind === "error") console.log(localize(response.error, messages).message);
