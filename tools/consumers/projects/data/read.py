"""Reads the published catalog in its three forms, and finds the same errors in each."""

import csv
import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path("node_modules/@hashkey-errors/schemas")

catalog = json.loads((ROOT / "generated/catalog.json").read_text("utf-8"))
schema = json.loads((ROOT / "generated/errors.schema.json").read_text("utf-8"))
with open(ROOT / "generated/errors.csv", encoding="utf-8", newline="") as file:
    rows = {row["name"]: row for row in csv.DictReader(file)}

Draft202012Validator.check_schema(schema)
entry_schema = json.loads((ROOT / "generated/catalog.schema.json").read_text("utf-8"))
Draft202012Validator.check_schema(entry_schema)


def body_schema(name):
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


errors = [entry for entry in catalog["entries"] if entry["kind"] == "error"]
for entry in errors:
    name = entry["name"]
    row = rows[name]
    # Read as text, which keeps the zeros of 0001.
    assert row["code"] == entry["code"], name
    for column in ["message", "description", "category", "outcome", "retry"]:
        assert row[column] == entry[column], (name, column)
    rendered = re.sub(r"\{(\w+)\}", lambda found: entry["params"][found[1]]["example"], entry["message"])
    body_schema(name).validate({"code": entry["code"], "msg": rendered})
    assert not body_schema(name).is_valid({"code": entry["code"] + "x", "msg": rendered}), name

assert len(errors) == len(rows)
whole = Draft202012Validator(schema)
assert whole.is_valid({"code": "0211", "msg": "Order not found"})
assert not whole.is_valid("<html>")
print(f"{len(errors)} errors")
