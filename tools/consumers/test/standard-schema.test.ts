import { errorBodySchema, responseSchema } from "@hashkey-errors/validator";
import { sValidator } from "@hono/standard-validator";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { expect, expectTypeOf, test } from "vitest";

test("errorBodySchema validates a Hono route", async () => {
  const app = new Hono().post("/relay", sValidator("json", errorBodySchema), (context) => {
    const body = context.req.valid("json");
    expectTypeOf(body.code).toEqualTypeOf<string | number>();
    return context.json({ relayed: body.code });
  });
  const post = (body: unknown) =>
    app.request("/relay", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  const good = await post({ code: "0211", msg: "Order not found" });
  expect([good.status, await good.json()]).toEqual([200, { relayed: "0211" }]);
  const bad = await post({ code: 0 });
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({
    success: false,
    error: [{ path: ["code"], keyword: "not" }],
  });
});

test("responseSchema validates the input of a tRPC procedure", async () => {
  const t = initTRPC.create();
  const router = t.router({
    relay: t.procedure.input(responseSchema).query(({ input }) => JSON.stringify(input)),
  });
  const caller = t.createCallerFactory(router)({});
  expect(await caller.relay({ code: "0000" })).toBe('{"code":"0000"}');
  // @ts-expect-error a string is not a response body
  await expect(caller.relay("<html>")).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
