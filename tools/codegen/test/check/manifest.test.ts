import { testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a class that is called like a type of the package",
    edit: ["catalog.yaml", "AcmePaymentError", "ApiError"],
    problems: [
      "manifest: the error class cannot be named ApiError: that is the type of every error @ catalog.yaml: ApiError",
    ],
  },
]);
