import type { ScratchRepository } from "./scratch-repository.js";

const NEW_ENTRY = `  - name: SUB_ACCOUNT_NOT_ACTIVE
    code: "-9901"
    httpStatus: null
    message: Sub account {account} is not active
    params: { account: { meaning: The name of the sub account, example: A7 } }
    description: ""
    category: account
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: my-notes.txt, line: 1 }]
`;

/** Adds the entry of CONTRIBUTING, `SUB_ACCOUNT_NOT_ACTIVE` (-9901), with its evidence. */
export function addNewEntry({ write, edit }: ScratchRepository): void {
  write("schemas/evidence/my-notes.txt", "-9901 Sub account A7 is not active\n");
  edit("schemas/catalog/observed.yaml", "entries:\n", `entries:\n${NEW_ENTRY}\n`);
}
