import { FormatRegistry, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { Ajv } from "ajv";
import { type } from "arktype";
import * as v from "valibot";
import { z } from "zod";

/** Whether a parsed body is an error of the catalog, which is all that a schema library can say. */
type Verdict = (body: unknown) => boolean;

/** A peer, which makes a verdict from the catalog's codes. */
export interface Peer {
  readonly name: string;
  make(codes: readonly string[]): Verdict;
  /** The largest catalog that it supports; above this it fails or takes minutes to build. */
  readonly limit: number;
}

const msg = { type: "string", nullable: true } as const;

/** The peers, each used as its documentation recommends for many codes, and as people try first. */
export const peers: readonly Peer[] = [
  {
    name: "Map lookup, by hand",
    limit: Number.POSITIVE_INFINITY,
    make(codes) {
      const table = new Map(codes.map((code) => [code, true]));
      return (body) => {
        if (typeof body !== "object" || body === null) return false;
        const { code, msg } = body as { code?: unknown; msg?: unknown };
        return (
          typeof code === "string" &&
          (msg === undefined || msg === null || typeof msg === "string") &&
          table.has(code)
        );
      };
    },
  },
  {
    name: "Ajv, enum",
    limit: 13_000,
    make: (codes) =>
      new Ajv({ code: { optimize: codes.length < 5_000 } }).compile({
        type: "object",
        required: ["code"],
        properties: { code: { enum: [...new Set(codes)] }, msg },
      }),
  },
  {
    name: "Ajv, discriminator",
    limit: 1_300,
    make: (codes) =>
      new Ajv({ discriminator: true }).compile({
        type: "object",
        required: ["code"],
        discriminator: { propertyName: "code" },
        oneOf: [...new Set(codes)].map((code) => ({ properties: { code: { const: code }, msg } })),
      }),
  },
  {
    name: "Ajv, oneOf",
    limit: 200,
    make: (codes) =>
      new Ajv().compile({
        oneOf: [...new Set(codes)].map((code) => ({
          type: "object",
          required: ["code"],
          properties: { code: { const: code }, msg },
        })),
      }),
  },
  {
    name: "zod 4, literal",
    limit: 100_000,
    make(codes) {
      const schema = z.object({ code: z.literal([...new Set(codes)]), msg: z.string().nullish() });
      return (body) => schema.safeParse(body).success;
    },
  },
  {
    name: "zod 4, discriminatedUnion",
    limit: 13_000,
    make(codes) {
      const options = [...new Set(codes)].map((code) =>
        z.object({ code: z.literal(code), msg: z.string().nullish() }),
      );
      const schema = z.discriminatedUnion(
        "code",
        options as [(typeof options)[number], ...typeof options],
      );
      return (body) => schema.safeParse(body).success;
    },
  },
  {
    name: "valibot, picklist",
    limit: 13_000,
    make(codes) {
      const schema = v.object({
        code: v.picklist([...new Set(codes)]),
        msg: v.nullish(v.string()),
      });
      return (body) => v.is(schema, body);
    },
  },
  {
    name: "valibot, variant",
    limit: 200,
    make(codes) {
      const schema = v.variant(
        "code",
        [...new Set(codes)].map((code) =>
          v.object({ code: v.literal(code), msg: v.nullish(v.string()) }),
        ),
      );
      return (body) => v.is(schema, body);
    },
  },
  {
    name: "TypeBox, format",
    limit: 100_000,
    make(codes) {
      const known = new Set(codes);
      FormatRegistry.Set("code", (code) => known.has(code));
      const check = TypeCompiler.Compile(
        Type.Object({
          code: Type.String({ format: "code" }),
          msg: Type.Optional(Type.Union([Type.String(), Type.Null()])),
        }),
      );
      return (body) => check.Check(body);
    },
  },
  {
    name: "TypeBox, union of literals",
    limit: 1_300,
    make(codes) {
      const code = Type.Union([...new Set(codes)].map((each) => Type.Literal(each)));
      const check = TypeCompiler.Compile(
        Type.Object({ code, msg: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
      );
      return (body) => check.Check(body);
    },
  },
  {
    name: "arktype, enumerated",
    limit: 1_300,
    make(codes) {
      const schema = type({ code: type.enumerated(...new Set(codes)), "msg?": "string | null" });
      return (body) => schema.allows(body);
    },
  },
];
