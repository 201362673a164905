import { expect } from "vitest";
import { COMMON, type Platform } from "./platform.js";

/** A violation that somebody plants, and what codegen says of it and of what to do. */
type Violation = readonly [
  name: string,
  service: string,
  plant: (platform: Platform) => void,
  message: string,
  help: string,
];

/** The violations, each of which fails `lint` of a service. */
export const VIOLATIONS: readonly Violation[] = [
  [
    "a code in the range of another team",
    "shop",
    ({ edit }) => edit("shop/errors/catalog/orders.yaml", '"2001"', '"4500"'),
    'the code "4500" is in the range "4000..4999" of catalog/prices.yaml',
    "move the entry there, or ask @shop/goods",
  ],
  [
    "ranges that overlap",
    "shop",
    ({ edit }) => edit("shop/errors/catalog.yaml", "3000..3999", "2900..3999"),
    'the codes "2900..3999" overlap "2000..2999" of catalog/orders.yaml',
    "ask @shop/checkout, or choose others",
  ],
  [
    "a code of an imported error",
    "payments",
    ({ edit }) => edit("payments/errors/catalog/payments.yaml", '"20001"', '"1003"'),
    `PAYMENTS_REFUSED_1 of this catalog, payments, and TENANT_LOCKED of ${COMMON} have the same code, "1003"`,
    "choose another code here, or import names without TENANT_LOCKED",
  ],
  [
    "a misspelled name of an import",
    "shipping",
    ({ edit }) => edit("shipping/errors/catalog.yaml", "TENANT_LOCKED", "TENANT_LOKED"),
    `${COMMON} has no error TENANT_LOKED`,
    'did you mean "TENANT_LOCKED"?',
  ],
  [
    "an import of an internal error",
    "shipping",
    ({ edit }) => edit("shipping/errors/catalog.yaml", "TENANT_LOCKED", "SHARD_UNREACHABLE"),
    `${COMMON} has no error SHARD_UNREACHABLE`,
    "it has 4 errors; see its catalog.json",
  ],
  [
    "an internal error in a subset that is published",
    "common",
    ({ edit }) =>
      edit(
        "common/errors/catalog.yaml",
        '"sourceLocale"',
        '"subsets": { "inside": { "description": "All.", "audience": "internal" } },\n  "sourceLocale"',
      ),
    "internal entries would be published with the packages",
    "give the subset a folder outside of the packages",
  ],
  [
    "a tag that is not declared",
    "shop",
    ({ edit }) => edit("shop/errors/catalog/carts.yaml", '"checkout"', '"chekout"'),
    'must be one of checkout (it is "chekout")',
    'did you mean "checkout"?',
  ],
  [
    "a removal before the sunset",
    "common",
    (planted) => {
      expect(planted.codegen("common", "record")).toMatchObject({ status: 0 });
      const path = "common/errors/catalog/common.yaml";
      const { entries } = JSON.parse(planted.read(path)) as { entries: { name: string }[] };
      const left = entries.filter(({ name }) => name !== "TOKEN_OUTDATED");
      planted.write(path, JSON.stringify({ entries: left }));
      const locale = "common/errors/locales/en.json";
      const { TOKEN_OUTDATED: _, ...texts } = JSON.parse(planted.read(locale));
      planted.write(locale, JSON.stringify(texts));
    },
    "TOKEN_OUTDATED was removed before its sunset, 2999-12-31",
    "restore the entry until then, or add it to retirement.exceptions in catalog.yaml",
  ],
];
