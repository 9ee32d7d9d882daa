"""The data is a package that describes each of its files, and each file is what its schema says."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from third_reader.exports import all_exports
from third_reader.exports.datapackage import datapackage
from third_reader.exports.dictionary import schema

PROFILE = Path(__file__).parent / "profiles" / "datapackage-2.0.json"
"""https://datapackage.org/profiles/2.0/datapackage.json without its prose; public domain."""
DESCRIBED = ("cases", "citations", "claims", "events", "sources")


def package(site) -> dict:
    (made,) = datapackage(site, all_exports(site))
    assert made.address == "/data/datapackage.json"
    return json.loads(made.data)


@pytest.mark.parametrize("url", ["", "https://reader.example"])
def test_the_package_is_valid(make_site, url: str) -> None:
    found = package(make_site(url))
    Draft7Validator(json.loads(PROFILE.read_text("utf-8"))).validate(found)
    assert found["licenses"][0]["name"] == "CC-BY-4.0"
    assert found.get("homepage", "") == (f"{url}/data/" if url else "")
    assert found["version"] == "2026-11-21"


def test_every_file_of_data_is_in_it_as_it_is(make_site) -> None:
    site = make_site()
    files = {
        one.address.removeprefix("/data/"): one.data
        for one in all_exports(site)
        if one.address.startswith("/data/") and not one.address.startswith("/data/schema/")
    }
    listed = {one["path"]: one for one in package(site)["resources"]}
    assert listed.keys() == files.keys() - {"README.md.txt"}
    for path, one in listed.items():
        assert one["bytes"] == len(files[path])
        assert one["hash"] == f"sha256:{hashlib.sha256(files[path]).hexdigest()}"
        assert one.get("jsonSchema", "schema/") == f"schema/{path}" or "jsonSchema" not in one


def test_a_table_has_a_field_for_each_column_with_its_meaning(make_site) -> None:
    site = make_site()
    files = {one.address: one.data for one in all_exports(site)}
    tables = [one for one in package(site)["resources"] if one.get("type") == "table"]
    assert {one["path"] for one in tables} == {"cases.csv", "claims.csv"}
    for one in tables:
        header = next(csv.reader(io.StringIO(files[f"/data/{one['path']}"].decode())))
        fields = one["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert [field["name"] for field in fields if not field.get("description")] == []


@pytest.mark.parametrize("name", DESCRIBED)
def test_every_export_is_what_its_schema_says(make_site, name: str) -> None:
    found = {one.address: one.data for one in all_exports(make_site())}
    told = json.loads(found[f"/data/schema/{name}.json"])
    assert told == schema(name)
    Draft202012Validator.check_schema(told)
    Draft202012Validator(told).validate(json.loads(found[f"/data/{name}.json"]))


@pytest.mark.parametrize("name", DESCRIBED)
def test_so_is_the_real_site(built_site, name: str) -> None:
    data = json.loads((built_site / "data" / f"{name}.json").read_text("utf-8"))
    assert data
    Draft202012Validator(schema(name)).validate(data)


def test_schemas_of_what_editors_write_are_published(make_site) -> None:
    found = {one.address for one in all_exports(make_site())}
    for name in ("case", "explainer", "page", "source", "vocabulary"):
        assert f"/data/schema/{name}.json" in found


def test_nothing_is_described_where_there_is_nothing(make_site) -> None:
    assert datapackage(make_site(), ()) == ()
