import type { ErrorBody, GetOrderErrors } from "./client/types.gen";

const body: ErrorBody = { code: "0211", msg: "Order not found" };
const refused: GetOrderErrors[400] = body;
// @ts-expect-error a code of a wrong type
const wrong: ErrorBody = { code: null };
console.log(refused.code, wrong);
