"""The JSON of reports: its schema, its order, its sameness."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

import linter
from linter.output.json import dumps
from tests.output import samples
from tests.output.snapshots import same_as_snapshot


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads(
        resources.files("linter.output").joinpath("report.schema.json").read_text("utf-8")
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_all_sorts_of_reports_fit_the_schema(validator: Any) -> None:
    data = json.loads(dumps(make() for make in samples.ALL))
    validator.validate(data)
    assert data["summary"] == {"error": 5, "warning": 1, "info": 0, "reports": 4}


def test_no_report_at_all_fits_the_schema(validator: Any) -> None:
    data = json.loads(dumps([]))
    validator.validate(data)
    assert data["reports"] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("reports", 0, "findings", 0, "severity"), "fatal"),
        (("reports", 0, "findings", 0, "line"), 0),
        (("reports", 0, "findings", 0, "extra"), 1),
        (("reports", 0, "verdicts", "pass", 0, "related"), None),
        (("reports", 0, "findings", 0, "place", "kind"), "paper"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(
    validator: Any, path: tuple[str | int, ...], value: object
) -> None:
    data = json.loads(dumps([samples.faulty()]))
    at = data
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert not validator.is_valid(data)


def test_fields_stand_in_the_order_of_the_contract() -> None:
    data = json.loads(dumps([samples.faulty()]))
    report = data["reports"][0]
    assert list(data) == ["version", "tool", "reports", "corpus", "summary"]
    assert list(report) == ["path", "profile", "year", "findings", "verdicts"]
    assert list(report["findings"][0]) == [
        "rule", "name", "severity", "message", "path", "line", "column", "end_line", "end_column",
        "quote", "section", "place", "calculation", "suggestion", "fix", "fingerprint", "related",
    ]  # fmt: skip
    assert list(report["findings"][0]["related"][0]) == [
        "path", "line", "column", "end_line", "end_column", "quote", "label", "place",
    ]  # fmt: skip
    assert list(report["verdicts"]) == ["pass", "fail", "not_applicable", "not_evaluated"]
    assert list(report["verdicts"]["pass"][0]) == [
        "rule", "subject", "line", "column", "quote", "calculation", "related",
    ]  # fmt: skip
    assert report["verdicts"]["not_evaluated"] == [
        {"rule": "budget/balance", "subject": "结余", "reason": "“资金使用”中未找到支出数"}
    ]
    assert data["tool"] == {"name": "jixiao", "version": linter.__version__}


def test_places_are_lines_and_columns_of_the_quote() -> None:
    finding = json.loads(dumps([samples.faulty()]))["reports"][0]["findings"][0]
    line = samples.BRIDGES.split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == "89.4%" == finding["quote"]
    assert finding["place"] == {"kind": "text", "line": 5, "column": finding["column"]}
    assert finding["related"][0]["quote"] == "1250.5万元"


def test_a_related_place_names_its_own_file() -> None:
    related = json.loads(dumps([samples.bundle()]))["reports"][0]["findings"][0]["related"][0]
    assert (related["path"], related["line"], related["quote"]) == ("自评表.txt", 2, "96分")


def test_snapshot() -> None:
    text = dumps([samples.faulty(), samples.clean()])
    assert same_as_snapshot("reports.json", text.replace(linter.__version__, "VERSION"))


def test_same_reports_same_bytes() -> None:
    assert dumps([samples.faulty()]) == dumps([samples.faulty()])
