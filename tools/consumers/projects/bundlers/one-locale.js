import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/en";

console.log(localize(JSON.parse(globalThis.error), messages).message);
