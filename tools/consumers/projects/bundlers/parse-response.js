import { parseResponse } from "@hashkey-errors/validator";

console.log(parseResponse(JSON.parse(globalThis.body)).kind);
