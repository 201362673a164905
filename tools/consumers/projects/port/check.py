"""Reads every conformance vector with the port, and prints those that it reads in another way."""

import json
import sys
from pathlib import Path

from hashkey_errors import Catalog, Error, Result

READ_ACTIONS = {"after-fix": "fix", "never": "give-up"}


def step(outcome: str, retry: str) -> dict[str, str]:
    read = READ_ACTIONS.get(retry, "wait")
    is_open = outcome == "unknown" or retry == "after-reconcile"
    return {"read": read, "write": "reconcile" if is_open else read}


def summarize_error(error: Error) -> dict[str, object]:
    detail = (
        {"params": error.params, "drift": error.drift}
        if error.candidates is None
        else {"candidates": error.candidates}
    )
    judged = {"outcome": error.outcome, "retry": error.retry}
    next_step = step(error.outcome, error.retry)
    return {"kind": "error", "name": error.name, "code": error.code, **detail, **judged, "next": next_step}


def summarize(result: Result) -> dict[str, object]:
    if result.error is not None:
        return summarize_error(result.error)
    if result.kind == "batch":
        return {"kind": "batch", "items": [summarize(item) for item in result.items]}
    if result.kind == "success":
        return {"kind": "success"}
    issues = [{"keyword": keyword, "path": path} for keyword, path in result.issues]
    judged = {"outcome": result.outcome, "retry": result.retry}
    return {"kind": "invalid", "issues": issues, **judged, "next": step(result.outcome, result.retry)}


def main(folder: Path) -> int:
    catalog = Catalog(folder / "catalog.json")
    wrong = count = 0
    for line in (folder / "conformance.ndjson").read_text(encoding="utf-8").split("\n"):
        if line == "":
            continue
        vector = json.loads(line)
        count += 1
        status = vector["status"]
        result = (
            catalog.parse_text(vector["text"], status)
            if "text" in vector
            else catalog.parse_response(vector["body"], status)
        )
        if summarize(result) != vector["expect"]:
            wrong += 1
            print(vector["id"], summarize(result), vector["expect"], file=sys.stderr)
    print(f"{count} vectors, {wrong} read in another way")
    return 1 if wrong else 0


sys.exit(main(Path(sys.argv[1])))
