import validator = require("@hashkey-errors/validator");

const response = validator.parseResponse({ code: "0211" });
if (response.kind === "error") console.log(response.error.retry);
