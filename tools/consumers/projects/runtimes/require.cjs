const { parseResponse } = require("@hashkey-errors/validator");
const { toProblem } = require("@hashkey-errors/validator/problem");
const { localize } = require("@hashkey-errors/messages");
const { messages } = require("@hashkey-errors/messages/zh-HK");
const { entries } = require("@hashkey-errors/schemas/catalog.json");

const { error } = parseResponse({ code: "-1130", msg: "Illegal parameter 'symbol'" });
const answers = [
  error.name === "PARAMETER_INVALID",
  toProblem(error).status === 400,
  localize(error, messages).locale === "zh-Hant-HK",
  entries.some(({ name }) => name === error.name),
];
console.log(answers.every(Boolean) ? "all well" : `wrong: ${answers.join()}`);
