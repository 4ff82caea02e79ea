"""How much of a provision a calculation quotes: all of a short one, the words that give the value of a long one."""

import pytest

from assistant.calculators.law import Law
from assistant.source import SHORT
from assistant.tools import run
from corpus.address import Address


def quotes(law: Law, tool: str, place: Address, **told: object) -> set[str]:
    return {c.quote for c in run(tool, told, law).citations if c.address == place}


def test_a_short_provision_is_quoted_whole_and_not_torn_out_of_its_sentence(law: Law) -> None:
    place = Address("permendag-94-2020", pasal=42, ayat=6)
    whole = law.corpus.cite(place).quote
    assert len(whole) <= SHORT and not whole.startswith("dapat mengikuti")
    assert quotes(law, "uji_kompetensi_ulang", place, jabatan="negosiator") == {whole}


@pytest.mark.parametrize("told", [{"jabatan": "negosiator", "jenjang_tujuan": "ahli_madya"}])
def test_an_item_that_is_quoted_but_for_its_tail_stays_without_it(law: Law, told: dict[str, str]) -> None:
    place = Address("permendag-94-2020", pasal=13, ayat=1, huruf="h", angka=2)
    assert law.corpus.cite(place).quote.endswith("; dan")
    found = quotes(law, "pengangkatan_perpindahan", place, **told)
    assert len(found) == 1 and not found.pop().endswith("; dan")


def test_of_a_long_provision_the_words_that_give_the_value_are_quoted(law: Law) -> None:
    place = Address("permen-pupr-2-2023", pasal=51, ayat=2)
    assert len(law.corpus.cite(place).quote) > SHORT
    assert all(len(quote) < SHORT for quote in quotes(law, "jenis_pelatihan", place))


def test_a_cell_of_a_table_is_quoted_without_its_row(law: Law) -> None:
    cited = [c for c in run("klaster_keahlian", {}, law).citations if c.address.lampiran]
    whole = [c for c in cited if c.quote == law.corpus.cite(c.address).quote]
    assert cited and whole == []
