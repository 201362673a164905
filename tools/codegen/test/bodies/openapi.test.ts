import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emitter } from "../../dist/emit/emitters/openapi-json.js";
import { runnableCatalog } from "../emit/build-validators.js";
import type { Api } from "./write-catalog.js";

const folder = new URL("apis/", import.meta.url);

const apis = readdirSync(folder).map((file) => {
  const api = parse(readFileSync(new URL(file, folder), "utf8")) as Api;
  return [basename(file, ".yaml"), api] as const;
});

/** Returns whether a component of the API's generated OpenAPI document takes a body. */
async function validatorOf({ wire }: Api): Promise<(name: string, body: unknown) => boolean> {
  const refs = ["ErrorBody", "SuccessBody"].map((name) => [
    name,
    { $ref: `generated/wire.schema.json#/$defs/${name}` },
  ]);
  const openapi = { openapi: "3.1.1", components: { schemas: Object.fromEntries(refs) } };
  const catalog = runnableCatalog("openapi", wire as Parameters<typeof runnableCatalog>[1]);
  const generated = { ...catalog, openapi, wireSchemaSource: "catalog.yaml" as const };
  // This emitter alone: the types of 29 documents take most of the time.
  const [file] = await emitter.emit(generated);
  const document = JSON.parse(file?.text ?? "");
  const ajv = new Ajv2020({ strict: false }).addSchema(document, "api");
  return (name, body) => ajv.validate(`api#/components/schemas/${name}`, body) as boolean;
}

test.each(apis)(
  "the OpenAPI document of %s takes every failure as an error, and every success",
  async (_, api) => {
    const takes = await validatorOf(api);
    const wrong = api.responses.filter(({ is, body }) => {
      if (Array.isArray(is) || is === "invalid") return false;
      return !takes(is === "success" ? "SuccessBody" : "ErrorBody", body);
    });
    expect(wrong).toEqual([]);
  },
);
