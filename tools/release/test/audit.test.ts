import { expect, test } from "vitest";
import { fakeCommands } from "./commands.js";

const badResponse = (status: string) =>
  `echo "Error: ERR_PNPM_AUDIT_BAD_RESPONSE"; echo "The audit endpoint responded with ${status}:" >&2; exit 1`;

test.each([
  ["finds nothing", "echo 'No known vulnerabilities found'", 0],
  ["finds a vulnerability", "echo '1 vulnerabilities found'; exit 1", 1],
  ["has no endpoint", badResponse("405"), 0],
  ["is out of order", badResponse("503"), 1],
  ["cannot be reached", "echo 'ECONNREFUSED' >&2; exit 1", 1],
])("audit of a registry that %s ends with the right status", (_, pnpm, status) => {
  const { run, calls } = fakeCommands({ pnpm });
  expect(run("audit.js").status).toBe(status);
  expect(calls()).toEqual(["pnpm audit --prod"]);
});
