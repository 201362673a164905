import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 };

const character = fc.nat(0x10ffff - SURROGATES.count).map((at) => {
  const { first, count } = SURROGATES;
  return String.fromCodePoint(at < first ? at : at + count);
});

/**
 * Any text of whole characters, as fast-check's own unit "binary" makes them: that takes a second
 * to prepare.
 */
export const anyText: fc.Arbitrary<string> = fc.string({ unit: character });
