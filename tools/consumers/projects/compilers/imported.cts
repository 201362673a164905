import { parseResponse } from "@hashkey-errors/validator";

const response = parseResponse({ code: "0211" });
if (response.kind === "error") console.log(response.error.retry);
