import { expect, test } from "vitest";
import { parseJson } from "../../dist/source/parse-json.js";
import { parseYaml } from "../../dist/source/parse-yaml.js";

/** A text that JSON and YAML read alike. */
const TEXT = `{
  "a": { "b": [1, { "c": 2 }], "d": "x" },
  "429": "n",
  "e": {}
}
`;

type Path = readonly (string | number)[];

test.each<[path: Path, at: "key" | "value", place: string]>([
  [[], "value", "1:1"],
  [[], "key", "1:1"],
  [["a"], "value", "2:8"],
  [["a"], "key", "2:3"],
  [["a", "b"], "key", "2:10"],
  [["a", "b", 0], "value", "2:16"],
  [["a", "b", 1], "value", "2:19"],
  [["a", "b", 1, "c"], "value", "2:26"],
  [["a", "b", 1, "c"], "key", "2:21"],
  [["429"], "value", "3:10"],
  [["429"], "key", "3:3"],
  // What is not there has the place of the nearest parent.
  [["a", "b", 5], "value", "2:15"],
  [["a", "b", 5, "c"], "value", "2:15"],
  [["a", "b", "c"], "value", "2:15"],
  [["a", "z", "d"], "value", "2:8"],
  [["a", "z"], "key", "2:8"],
  [["a", 0], "value", "2:8"],
  [["a", "d", "y"], "value", "2:37"],
  [["e", "f"], "key", "4:8"],
  [["z"], "value", "1:1"],
])("%j (%s) in JSON and in YAML is at %s", (path, at, place) => {
  for (const source of [parseJson("a.json", TEXT), parseYaml("a.yaml", TEXT)]) {
    expect(source.problems).toEqual([]);
    const { file, line, column } = source.locate(path, at);
    expect([file, `${line}:${column}`]).toEqual([source.file, place]);
  }
});

test("of two equal keys, a place is that of the first", () => {
  const text = '{\n  "a": 1,\n  "a": 2\n}\n';
  for (const source of [parseJson("a.json", text), parseYaml("a.yaml", text)]) {
    expect(source.problems.map(({ message }) => message)).toEqual(['duplicate key "a"']);
    // The rest can be checked.
    expect(source.value).toHaveProperty("a");
    expect(source.locate(["a"])).toMatchObject({ line: 2, column: 8 });
  }
});
