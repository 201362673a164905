import { testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a class that is called like a type of the package",
    edit: ["catalog.yaml", "AcmePaymentError", "ApiError"],
    problems: [
      "manifest: ApiError is the name of the type of every error @ catalog.yaml: ApiError",
    ],
  },
  {
    name: "a category without a status",
    edit: [
      "catalog.yaml",
      "problemStatus: { card: 402, traffic: 429 }",
      "problemStatus: { card: 402, taffic: 429 }",
    ],
    problems: [
      'manifest: the category "traffic" has no status @ catalog.yaml: { card: 402, taffic: 429 ',
      'manifest: "taffic" is no category of catalog.schema.json | did you mean "traffic"? @ catalog.yaml: 429 }',
    ],
  },
]);
