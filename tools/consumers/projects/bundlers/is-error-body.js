import { isErrorBody } from "@hashkey-errors/validator";

console.log(isErrorBody(JSON.parse(globalThis.body)));
