"""The offline file: everything in one document, the same for the same record."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from click.testing import CliRunner

from timeline.cli import main
from timeline.publish.page import outline
from timeline.publish.page.single import single_file
from timeline.record.load import load_record

MOST = 3_000_000  # bytes of the real record's file, the classroom with its lessons included
APOLLO = str(Path(__file__).parents[1] / "records" / "good" / "apollo")


def test_it_is_one_document_that_asks_for_nothing(apollo):
    page = single_file(apollo).decode()
    bare = re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.DOTALL)
    served = re.search(r'<span class="only-served">.*?</span>(?=</p>)', bare, re.DOTALL)[0]  # which is hidden in a file
    links = re.findall(r'\b(?:src|href)="(?!data:|#)([^"]+)"', bare)
    assert links == ["api/events.json", "sources.html#en", "sources.html#fr"] and all(link in served for link in links)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "default-src 'none'" in policy and "unsafe-eval" not in policy and "'self'" not in policy


def test_its_policy_allows_its_own_scripts_and_no_other(apollo):
    page = single_file(apollo).decode()
    policy = re.search(r"script-src ([^;]+)", page)[1].split()
    made = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in re.findall(r"<script(?: data-languages=[^>]*)?>(.*?)</script>", page, re.DOTALL)
    ]
    assert made == policy


def test_the_same_record_gives_the_same_bytes(apollo):
    assert single_file(apollo) == single_file(load_record(APOLLO))


def test_the_real_record_s_file_is_small_enough_to_be_sent(record):
    content = single_file(record)
    assert len(content) <= MOST
    assert record.hash[:12].encode() in content


def test_all_events_can_be_read_without_javascript(record):
    listed = re.search(r"<noscript>(.*?)</noscript>", single_file(record).decode(), re.DOTALL)[1]
    assert ",.only-served{display:none!important}" in listed, "a link to what a server has"
    for language in record.settings.languages:
        section = listed[listed.index(f'<section id="outline-{language}" lang="{language}">') :].split("</section>")[0]
        assert section.count("<li>") == len(record.events)


def test_a_large_record_is_listed_whole_where_no_server_has_the_rest(apollo, monkeypatch):
    monkeypatch.setattr(outline, "MOST", 3)
    alone, served = outline.outline(apollo, alone=True), outline.outline(apollo)
    assert alone.count("<li>") == len(apollo.settings.languages) * len(apollo.events) and "api/" not in alone
    assert served.count("<li>") == len(apollo.settings.languages) * 4 and "href='api/events.json'" in served


def test_what_a_title_holds_is_text(write_record):
    hostile = "'</script><script>alert(1)</script></noscript><!--'"
    path = write_record(settings=lambda text: text.replace("en: From the goal to the samples", f"en: {hostile}"))
    page = single_file(load_record(path)).decode()
    assert "<script>alert" not in page and "</noscript><!--" not in page


def test_by_command(tmp_path, apollo):
    target = tmp_path / "timeline.html"
    result = CliRunner().invoke(main, ["export", "html", "--data", APOLLO, "-o", str(target)])
    assert result.exit_code == 0 and "8 events" in result.output and apollo.hash[:12] in result.output
    assert target.read_bytes() == single_file(apollo)
    refused = CliRunner().invoke(main, ["export", "html", "--data", APOLLO, "-o", str(tmp_path / "no" / "x.html")])
    assert refused.exit_code == 1 and "there is no folder" in refused.output and "Traceback" not in refused.output
    missing = CliRunner().invoke(main, ["export", "html", "--data", str(tmp_path / "nothing"), "-o", str(target)])
    assert missing.exit_code == 2 and target.read_bytes() == single_file(apollo)
