import { testFaults } from "../test-faults.js";

testFaults("the rule manifest", [
  {
    name: "an error class named like a type of the validator package",
    edit: ["catalog.yaml", "AcmePaymentError", "ApiError"],
    problems: [
      "manifest: the error class cannot be named ApiError: that is the type of every error @ catalog.yaml: ApiError",
    ],
  },
]);
