"""A port of `identify` and `parseResponse` to Python, from the published catalog alone.

Copy it, or write your own: `conformance.ndjson` tells whether it reads every response as the
JavaScript validator does.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# How a response body is read; `wire` in `catalog.yaml` has these facts.
SUCCESS_CODES = (0, 200, "0", "0000", "200")
MESSAGE_KEYS = ("msg", "desc")
FAILED_FLAG = "success"
STATUSES = {418: ("unknown", "after-delay"), 429: ("unknown", "after-delay")}
UNKNOWN = ("unknown", "after-reconcile")

# Not those of `str.strip`, which has control characters and lacks U+FEFF.
BLANKS = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
QUOTES = ("''", '""', "``", "“”", "‘’", "「」", "«»")
PLACEHOLDER = re.compile(r"\{([a-z][A-Za-z0-9]*)\}")
LARGEST_INTEGER = 2**53 - 1


@dataclass(frozen=True)
class Error:
    """What an error response says. `params` is None where they could not be read."""

    name: str
    code: str
    outcome: str
    retry: str
    params: dict[str, str] | None = None
    drift: bool | None = None
    candidates: list[str] | None = None


@dataclass(frozen=True)
class Result:
    """What a body says: `kind` is success, error, batch or invalid."""

    kind: str
    body: Any
    error: Error | None = None
    outcome: str | None = None
    retry: str | None = None
    issues: list[tuple[str, list[str | int]]] = field(default_factory=list)
    items: list[Result] = field(default_factory=list)


class Catalog:
    """The entries of `catalog.json`, ready to be looked up."""

    def __init__(self, path: Path) -> None:
        entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
        errors = [entry for entry in entries if entry["kind"] == "error"]
        responses = {(e["name"], e["code"], e["message"]) for e in errors}
        self._by_code: dict[str, list[dict[str, Any]]] = {}
        self._by_number: dict[int, list[dict[str, Any]]] = {}
        for entry in errors:
            successor = (entry.get("retired") or {}).get("replacedBy")
            if (successor, entry["code"], entry["message"]) in responses:
                continue
            entry["patterns"] = [
                pattern_of(text)
                for text in (entry["message"], *(v["message"] for v in entry["variants"]))
            ]
            for code in (entry["code"], *(alias["code"] for alias in entry["aliases"])):
                self._by_code.setdefault(code, []).append(entry)
                if re.fullmatch(r"-?\d+", code):
                    self._by_number.setdefault(int(code), []).append(entry)

    def identify(self, code: str | int, text: str | None = None) -> Error:
        """Tells which error a code and a text mean."""
        table: dict[Any, list[dict[str, Any]]] = (
            self._by_code if isinstance(code, str) else self._by_number
        )
        read = [read_entry(entry, text) for entry in table.get(code, [])]
        for error in read:
            if text is not None and error.drift is False:
                return error
        if len(read) == 1:
            return read[0]
        outcome, retry = UNKNOWN
        names = [error.name for error in read]
        return Error("UNRECOGNIZED", str(code), outcome, retry, candidates=names)

    def parse_response(self, body: Any, status: int | None = None) -> Result:
        """Reads a body, parsed from JSON. It never raises, whatever the body is."""
        return self._read(body, status, may_be_batch=True)

    def parse_text(self, text: str, status: int | None = None) -> Result:
        """Reads a body that is still text."""
        try:
            body = json.loads(text.removeprefix("\ufeff"), parse_constant=refuse)
        except ValueError:
            return invalid(text, status, "contentMediaType", [])
        return self.parse_response(body, status)

    def _read(self, body: Any, status: int | None, may_be_batch: bool) -> Result:
        if not isinstance(body, (dict, list)):
            return invalid(body, status, "type", [])
        members = body if isinstance(body, dict) else {}
        code = members.get("code")
        is_coded = "code" in members
        is_error = is_coded and not is_success(code)
        text = members.get(MESSAGE_KEYS[0])
        if text is not None and not isinstance(text, str):
            return invalid(body, status, "type", [MESSAGE_KEYS[0]])
        if is_error:
            texts = [members.get(key) for key in MESSAGE_KEYS]
            text = next((text for text in texts if isinstance(text, str)), None)
        if is_error:
            if not is_code(code):
                return invalid(body, status, "type", ["code"])
            return Result("error", body, error=self._judge(code, text, status))
        if status is not None and status >= 400:
            return invalid(body, status, "httpStatus", ["code"] if is_coded else [])
        if FAILED_FLAG in members and members[FAILED_FLAG] is not True:
            keyword = "not" if members[FAILED_FLAG] is False else "type"
            return invalid(body, status, keyword, [FAILED_FLAG])
        other = members.get("status")
        is_other_error = is_number(other) and other >= 400
        if not is_coded and (text is not None or is_other_error):
            return invalid(body, status, "required", [])
        items = members.get("result")
        if may_be_batch and isinstance(items, list) and any(has_code(item) for item in items):
            return Result("batch", body, items=[self._read(item, None, False) for item in items])
        return Result("success", body)

    def _judge(self, code: str | int, text: str | None, status: int | None) -> Error:
        error = self.identify(code if isinstance(code, str) else int(code), text)
        if error.name != "UNRECOGNIZED":
            return error
        outcome, retry = STATUSES.get(status, UNKNOWN)
        return Error(error.name, error.code, outcome, retry, candidates=error.candidates)


def read_entry(entry: dict[str, Any], text: str | None) -> Error:
    """What an entry says of a text that came with its code."""
    names = PLACEHOLDER.findall(entry["message"])
    none = None if names else {}

    def error(params: dict[str, str] | None, drift: bool) -> Error:
        return Error(
            entry["name"], entry["code"], entry["outcome"], entry["retry"], params, drift
        )

    if text is None:
        return error(none, False)
    for own, pattern in entry["patterns"]:
        found = pattern.fullmatch(text.strip(BLANKS))
        if found is None:
            continue
        width = 1 + len(QUOTES)
        params = {
            name: next(group for group in found.groups()[i * width : (i + 1) * width] if group)
            for i, name in enumerate(own)
        }
        return error(params if set(names) <= set(own) else none, False)
    return error(none, True)


def pattern_of(text: str) -> tuple[list[str], re.Pattern[str]]:
    """The names of a wording's placeholders, and the pattern of the texts that follow it."""
    pieces = PLACEHOLDER.split(text.removesuffix("."))
    pattern = ""
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            start = 1 if is_quoted(pieces, index - 1) else 0
            end = len(piece) - (1 if is_quoted(pieces, index + 1) else 0)
            pattern += re.escape(piece[start:end])
            continue
        quoted = is_quoted(pieces, index)
        groups = [f"{a}(.+?){b}" if quoted else "(?!)()" for a, b in QUOTES]
        pattern += f"(?:{'|'.join([*groups, '(.+?)'])})"
    return pieces[1::2], re.compile(pattern + r"\.?", re.DOTALL)


def is_quoted(pieces: list[str], index: int) -> bool:
    """Whether a template has a plain quotation mark on both sides of a placeholder."""
    if index < 1 or index % 2 == 0 or index + 1 >= len(pieces):
        return False
    before, after = pieces[index - 1][-1:], pieces[index + 1][:1]
    return before == after and before in ("'", '"', "`")


def is_success(code: Any) -> bool:
    return any(code == one and type(code) is not bool for one in SUCCESS_CODES)


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_code(code: Any) -> bool:
    if isinstance(code, str):
        return code != ""
    return is_number(code) and code == int(code) and abs(code) <= LARGEST_INTEGER


def has_code(item: Any) -> bool:
    return isinstance(item, dict) and "code" in item


def invalid(body: Any, status: int | None, keyword: str, path: list[str | int]) -> Result:
    outcome, retry = STATUSES.get(status, UNKNOWN)
    return Result("invalid", body, outcome=outcome, retry=retry, issues=[(keyword, path)])


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
