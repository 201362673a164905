import { testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a class that is called like a type of the package",
    edit: ["catalog.yaml", "AcmePaymentError", "ApiError"],
    problems: [
      "manifest: ApiError is the name of the type of every error @ catalog.yaml: ApiError",
    ],
  },
]);
