const { identify } = require("@hashkey-errors/validator");

test("knows the error", () => {
  expect(identify("0211").name).toBe("ORDER_NOT_FOUND");
});
