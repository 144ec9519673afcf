"""The static site: every file there, compressed twins true, written wholly or not at all."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.publish.page.single import single_file
from timeline.publish.page.site import COMPRESSED, MARK, site_files, write_site
from timeline.record.writing import WriteError

BASE = "https://example.org/frise/"


@pytest.fixture(scope="module")
def files(apollo):
    return site_files(apollo, BASE)


def asked_later(listed):
    """The addresses that the page has for its scripts: what runs, and what comes on demand."""
    modules = [path for paths in listed["modules"].values() for path in paths]
    run = [*(path for _, path in listed["run"]), *listed["dash"]]
    return [*run, *modules, *listed["sheets"].values(), *listed["scripts"].values()]


def test_everything_that_the_page_asks_for_is_there(files):
    page = files["index.html"].decode()
    asked = re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^"]+)"', page) + [
        *asked_later(json.loads(re.search(r'id="files">(.*?)</script>', page)[1]))
    ]
    local = [address for address in asked if not address.startswith(("data:", BASE))]
    assert {"dash", "timeline", "plotly", "qrcode", "sources"} <= {Path(path).name.split(".")[0] for path in local}
    assert set(local) <= set(files)
    assert set(re.findall(r'href="((?:api/|sources)[^"#]+)', page)) == {"api/events.json", "sources.html"} <= set(files)


def test_what_is_text_stands_beside_its_compressed_twins(files):
    plain = [path for path in files if Path(path).suffix in COMPRESSED]
    assert {"index.html", "404.html", "robots.txt", "sitemap.xml", "api/events.json", "export/events.ics"} <= set(plain)
    for path in set(plain) - {"timeline.html"}:  # what is taken along is not read on the way
        assert brotli.decompress(files[f"{path}.br"]) == files[path]
        assert gzip.decompress(files[f"{path}.gz"]) == files[path]


def test_the_whole_timeline_can_be_taken_along_as_one_file(files, apollo):
    assert files["timeline.html"] == single_file(apollo)


def test_lessons_are_there_as_packages_where_they_are_asked_for(apollo, files, monkeypatch):
    package = {"lessons/one.en.scorm.zip": b"PK"}
    monkeypatch.setattr("timeline.publish.page.site.scorm_packages", lambda record: package)
    wanted = site_files(apollo, BASE, packages=True)
    assert set(wanted) - set(files) == set(package)
    told = [json.loads(each["lessons/index.json"])["packages"] for each in (files, wanted)]
    assert told == [False, True]  # the dialog "In class" leads to what is there


def test_the_same_record_gives_the_same_bytes(apollo, files):
    assert site_files(apollo, BASE) == files


def test_search_engines_and_links_are_told_what_it_is(files, apollo):
    page = files["index.html"].decode()
    title = apollo.settings.title[apollo.settings.languages[0]]
    assert f'<meta property="og:title" content="{title}">' in page
    assert f'<meta property="og:image" content="{BASE}picture.png">' in page and files["picture.png"].startswith(
        b"\x89PNG\r\n\x1a\n"
    )
    assert f'<link rel="canonical" href="{BASE}">' in page
    listed = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert [item["item"]["identifier"] for item in listed["itemListElement"]] == [event.id for event in apollo.events]
    assert all(f"<loc>{address}</loc>" in files["sitemap.xml"].decode() for address in (BASE, f"{BASE}sources.html"))
    assert f"Sitemap: {BASE}sitemap.xml" in files["robots.txt"].decode()


def test_its_policy_stands_in_the_page_since_no_server_says_it(files):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', files["index.html"].decode())[1]
    assert "default-src 'self'" in policy and "unsafe-eval" not in policy and "frame-ancestors" not in policy


def test_without_an_address_nothing_pretends_to_know_it(apollo):
    files = site_files(apollo)
    assert "sitemap.xml" not in files and "Sitemap" not in files["robots.txt"].decode()
    assert "canonical" not in files["index.html"].decode()


def test_a_site_takes_the_place_of_an_earlier_one(tmp_path, files):
    folder = tmp_path / "site"
    write_site(folder, {**files, "old.html": b"old"})
    write_site(folder, files)
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(files)
    assert (folder / "index.html").read_bytes() == files["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_taken(tmp_path, files):
    (tmp_path / "site").mkdir()
    write_site(tmp_path / "site", files)
    assert (tmp_path / "site" / MARK).is_file()


@pytest.mark.parametrize("target", ["full", "file", "missing/site"])
def test_what_is_no_site_is_never_overwritten(tmp_path, files, target):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WriteError, match="cannot write"):
        write_site(tmp_path / target, files)
    assert (tmp_path / "full" / "diary.txt").read_text() == (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full"]


def test_where_writing_fails_the_earlier_site_stays(tmp_path, files, monkeypatch):
    folder = tmp_path / "site"
    write_site(folder, files)
    rename = Path.rename

    def full(self, target):
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(WriteError, match="No space left on device"):
        write_site(folder, {"index.html": b"new"})
    assert (folder / "index.html").read_bytes() == files["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_by_command(tmp_path, apollo):
    data = str(Path(__file__).parents[1] / "records" / "good" / "apollo")
    result = CliRunner().invoke(
        main, ["export", "site", "--data", data, "-o", str(tmp_path / "site"), "--base", BASE.rstrip("/")]
    )
    assert result.exit_code == 0 and "8 events" in result.output
    assert (tmp_path / "site" / "index.html").read_bytes() == site_files(apollo, BASE)["index.html"]
    refused = CliRunner().invoke(main, ["export", "site", "--data", data, "-o", str(tmp_path)])
    assert refused.exit_code == 1 and "not a site of this program" in refused.output
    usage = CliRunner().invoke(
        main, ["export", "site", "--data", data, "-o", str(tmp_path / "x"), "--base", "example.org"]
    )
    assert usage.exit_code == 2 and "no web address" in usage.output


def test_a_folder_that_cannot_be_one_is_refused_before_the_site_is_made(tmp_path, monkeypatch):
    def made(*_):
        raise AssertionError("the site was made first")

    monkeypatch.setattr("timeline.publish.page.site.site_files", made)
    (tmp_path / "notes.txt").write_text("mine")
    for target, says in (
        (tmp_path, "not a site of this program"),
        (tmp_path / "notes.txt", "not a site"),
        (tmp_path / "no" / "site", "there is no folder"),
    ):
        result = CliRunner().invoke(main, ["export", "site", "-o", str(target)])
        assert result.exit_code == 1 and says in result.output
