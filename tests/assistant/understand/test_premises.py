"""What a message takes for granted is put right where a provision says otherwise, and left alone where it is so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.understand.facts.alternatives import without_choices
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.premises.figures import Figures
from assistant.understand.premises.named import load_named
from assistant.understand.premises.premises import _is_marked, ends_in_tag, find_corrections, load_premises
from assistant.understand.quantities.amounts import read_amounts
from assistant.understand.understanding import Understanding
from corpus.address import Address
from corpus.library import Corpus

SPELLER = Speller(spelling_words())
ROWS = Path(__file__).parent / "premises"


def corrected(message: str, **facts: str) -> list[str]:
    """The places of what is put right, each thing once."""
    text = SPELLER.read(message)
    found = dict.fromkeys(find_corrections(text, facts, read_amounts(text, date(2026, 7, 1))))
    return [correction.address.key for correction in found]


@pytest.mark.parametrize(
    ("wrong", "right", "place"),
    [
        (
            "dewan pengarah trade corpu kan diketuai sekjen",
            "dewan pengarah trade corpu kan diketuai menteri perdagangan",
            "permendag-4-2026#pasal-5-ayat-1-huruf-a",
        ),
        (
            "pejabat eselon 1 kan diangkat menteri perdagangan",
            "pejabat eselon 1 kan diangkat presiden atas usul menteri perdagangan",
            "permendag-79-2014#pasal-12-ayat-1",
        ),
        (
            "katanya eselon 1 bobot kompetensi teknis 60%",
            "katanya eselon 1 bobot kompetensi teknis 50%",
            "permendag-79-2014#lampiran-ii-baris-1",
        ),
        (
            "bimtek di unit kan boleh sampai 50 jp",
            "bimtek di unit kan boleh sampai 24 jp",
            "permen-pupr-2-2023#pasal-57-ayat-7",
        ),
        (
            "kurikulum pendidikan kerja sama kan dikaji ulang 5 tahun sekali",
            "kurikulum pendidikan kerja sama kan dikaji ulang 2 tahun sekali",
            "permen-pupr-2-2023#pasal-24-ayat-4",
        ),
        (
            "forum pembelajaran strategis kan wajib 4 kali setahun",
            "forum pembelajaran strategis kan wajib 1 kali setahun",
            "permendag-4-2026#pasal-13-ayat-4",
        ),
    ],
)
def test_a_wrong_claim_is_put_right_and_a_true_one_is_not(wrong: str, right: str, place: str) -> None:
    assert corrected(wrong) == [place]
    assert corrected(right) == []


def test_a_claim_is_held_against_the_position_it_is_about() -> None:
    claim = "target ahli muda kan 30 angka kredit setahun"
    assert corrected(claim, jabatan="pengawas") == ["permendag-82-2020#pasal-56-ayat-1-huruf-b"]
    assert corrected(claim, jabatan="negosiator") == ["permendag-94-2020#pasal-55-ayat-1-huruf-b"]
    assert corrected("target ahli muda kan 25 angka kredit setahun", jabatan="pengawas") == []


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("AK minimal setahun pengawas ahli madya berapa?", "rekomendasi ujikom pengawas kan berlaku maksimal setahun"),
        ("setahun paling banyak berapa AK negosiator ahli muda?", "kenapa rekomendasi ujikom negosiator cuma setahun?"),
    ],
)
def test_a_year_claims_nothing_where_it_only_tells_how_often(
    understanding: Understanding, question: str, claim: str
) -> None:
    assert not any(part.premises for part in understanding.read(question, Conversation("c")).parts)
    assert any(part.premises for part in understanding.read(claim, Conversation("c")).parts)


def test_a_question_claims_nothing() -> None:
    assert corrected("siapa sekretaris tim penilai, boleh dari unsur negosiator?", jabatan="negosiator") == []
    assert corrected("sekretaris tim penilai kan dari unsur negosiator?", jabatan="negosiator") == [
        "permendag-94-2020#pasal-64-ayat-4"
    ]


def test_no_objection_of_an_organisation_is_no_objection_to_credits() -> None:
    assert corrected("organisasi tidak keberatan melepas dia, kan?", jabatan="pengawas") == []
    assert corrected("keberatan atas angka kredit kan bisa?", jabatan="pengawas") == [
        "permendag-82-2020#pasal-71-ayat-3"
    ]


def test_more_than_a_rule_asks_for_at_least_contradicts_it_only_as_a_rule() -> None:
    figures = Figures(SPELLER)

    def contradicted(message: str) -> bool:
        text = SPELLER.read(message)
        return any(figures.contradicted(text, read_amounts(text, date(2026, 7, 1)), ("permendag-82-2020",)))

    assert not contradicted("anggota tim penilai berhalangan 12 bulan penuh, kenapa tidak diganti")
    assert contradicted("kenapa anggota tim penilai harus berhalangan minimal 12 bulan baru diganti")


def test_every_premise_stands_in_the_texts(corpus: Corpus) -> None:
    _, rules = load_named()
    table = load_premises()
    values = [value for claim in table["claims"] for value in claim["values"]]
    places = [rule.address for rule in rules]
    places += [Address.parse(entry["place"], entry["regulation"]) for entry in (*values, *table["levels"])]
    for place in places:
        assert corpus.node(place).words


def rows() -> Iterator[Any]:
    """The claims of `premises/*.yaml`, one file to a regulation, each row under the place that puts it right."""
    for path in sorted(ROWS.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, row, id=f"{path.stem} {row['place']}")


@pytest.mark.parametrize(("regulation", "row"), list(rows()))
def test_each_rule_puts_right_what_contradicts_it_and_nothing_else(regulation: str, row: dict[str, Any]) -> None:
    place = Address.parse(row["place"], regulation).key
    for claim in row["wrong"]:
        assert set(corrected(claim)) == {place}, claim
    for said in row["right"]:
        assert corrected(said) == [], said


def test_a_nod_asked_for_behind_a_rule_claims_it_and_behind_a_question_does_not() -> None:
    assert corrected("ikatan dinas itu 3 kali masa studi ya?") == ["permen-pupr-2-2023#pasal-37-ayat-2-huruf-d"]
    assert corrected("ikatan dinas itu 2 kali masa studi ya?") == []
    assert corrected("ikatan dinas itu berapa kali masa studi, bisa 3 kali ya?") == []


@pytest.mark.parametrize(
    ("case", "rule"),
    [
        (
            "Tim penilai negosiator kami 7 orang, 3 dari instansi pembina, sekretarisnya katanya boleh dari keuangan. Sah?",
            "sekretaris tim penilai negosiator kan dari bagian keuangan?",
        ),
        (
            "saya kuliah 3 tahun biaya sendiri, lepas jabatan, katanya ikatan dinasnya 4 kali masa studi. Berapa lama?",
            "kata teman ikatan dinas biaya sendiri itu 4 kali masa studi",
        ),
    ],
)
def test_a_case_is_calculated_behind_the_correction_and_a_mere_rule_is_not(
    understanding: Understanding, case: str, rule: str
) -> None:
    of_case, of_rule = (understanding.read(said, Conversation("c")).parts[0] for said in (case, rule))
    assert of_case.premises and of_case.kind == "calculation" and of_case.facts
    assert of_rule.premises and of_rule.kind == "clause"


@pytest.mark.parametrize(
    ("said", "corrects"),
    [
        ("tim penilai negosiator cuma 4 orang kan", True),
        ("katanya tim penilai pengawas perdagangan total cukup 4 orang", True),
        ("anggota tim penilai yang beneran negosiator cuma 2 orang, sah ga", False),
        ("mau bentuk tim penilai pengawas. yang dari pengawas cuma 1 orang", False),
        ("sekretaris tim penilai dari bagian keuangan, udah bener kan", True),
        (
            "tim penilai kami ada ketua dan sekretaris. ketuanya negosiator ahli madya. udah bener blm susunannya?",
            False,
        ),
    ],
)
def test_of_a_team_its_size_is_a_rule_and_who_is_in_it_a_case(said: str, corrects: bool) -> None:
    assert bool(corrected(said, jabatan="negosiator")) is corrects


def test_the_minimum_of_a_name_rules_no_time_behind_it() -> None:
    assert corrected("hasil kerja minimal dua tahun terakhir terpenuhi, bisa naik jenjang?", jabatan="pengawas") == []
    ruled = corrected("naik jenjang harus tunggu dua tahun terakhir kan?", jabatan="pengawas")
    assert ruled == ["permendag-82-2020#pasal-75-ayat-1-huruf-c"]


def test_a_part_of_ones_own_number_is_told_and_no_rule(understanding: Understanding) -> None:
    said = "di PAK cuma 31 padahal catatan saya 40, katanya 6 di antaranya penunjang. kenapa beda? saya negosiator ahli muda"
    part = understanding.read(said, Conversation("a")).parts[0]
    assert {fact.field: fact.value for fact in part.facts}["ak_penunjang"] == 6


@pytest.mark.parametrize(
    ("behind", "marked"),
    [
        (". formasinya masih ada katanya", False),
        (", formasinya masih ada katanya", False),
        (", katanya", True),
        (" katanya", True),
        (", begitu katanya, formasinya masih ada", True),
    ],
)
def test_a_word_of_another_clause_claims_no_number(behind: str, marked: bool) -> None:
    text = SPELLER.read(f"saya dilepas dari jabatan karena tugas belajar 18 bulan{behind}")
    assert _is_marked(text, read_amounts(text, date(2026, 7, 1))[0]) is marked


@pytest.mark.parametrize(
    ("asked", "claimed"),
    [
        (
            "dulu saya mundur dari pengawas perdagangan. bisa tidak diangkat lagi? katanya lowongan ada",
            "katanya yang mundur dari pengawas perdagangan bisa diangkat lagi. formasi ada?",
        ),
        (
            "saya resign dari negosiator tahun 2022, katanya kantor kekurangan orang, boleh masuk lagi tidak?",
            "kata teman kantor sebelah, yang resign dari negosiator boleh masuk lagi?",
        ),
        (
            "pernah resign dari pengawas, kata bu kepegawaian lowongan masih banyak, boleh diangkat kembali?",
            "kata bu kepegawaian, yang resign dari pengawas boleh diangkat kembali?",
        ),
    ],
)
def test_what_is_asked_beside_a_claim_of_something_else_is_not_claimed(asked: str, claimed: str) -> None:
    assert corrected(asked) == []
    assert len(corrected(claimed)) > 0


def test_a_document_asked_for_is_not_taken_to_be_the_one() -> None:
    place = "permen-pupr-2-2023#pasal-66-ayat-5"
    assert corrected("peserta pelatihan terbaik, surat keterangan apa yang diberikan kepadanya?") == []
    assert corrected("peserta terbaik. surat keterangan pelatihan apa saja yang diberikan kepadanya?") == []
    assert corrected("peserta pelatihan terbaik kan dapat surat keterangan") == [place]
    assert corrected("peserta pelatihan terbaik dapat sertifikat apa sttp, yang diberikan siapa?") != [place]


def test_what_an_official_will_do_is_asked_and_claimed_only_with_a_nod() -> None:
    place = "permen-pupr-2-2023#pasal-28-huruf-h"
    assert corrected("atasan bakal acc usulan tugas belajar saya tidak ya, orangnya pelit") == []
    assert corrected("usulan tugas belajar itu dari atasan langsung ya, terus ke siapa?") == [place]


def test_training_after_a_failed_test_stands_in_for_no_test() -> None:
    wrong = "negosiator gagal uji kompetensi, kalau sudah pelatihan tidak usah uji kompetensi lagi kan?"
    assert corrected(wrong, jabatan="negosiator") == ["permendag-94-2020#pasal-49-ayat-6"]
    assert corrected(wrong, jabatan="pengawas") == ["permendag-82-2020#pasal-75-ayat-1-huruf-d"]
    rise = "gagal ujian, tapi kan bisa naik jenjang tanpa uji kompetensi"
    assert corrected(rise, jabatan="negosiator") == ["permendag-94-2020#pasal-74-ayat-1-huruf-d"]
    assert corrected("katanya wajib pelatihan kalau gagal uji kompetensi", jabatan="negosiator") == []


def test_the_time_somebody_has_held_a_position_is_not_that_of_the_rule() -> None:
    place = "permendag-94-2020#pasal-12-ayat-4"
    told = "baru diangkat jadi negosiator {} tahun, belum diklat, katanya masih ada waktu kok. benar?"
    assert corrected(told.format(1), jabatan="negosiator") == []
    assert corrected(told.format(4), jabatan="negosiator") == [place]


def test_what_a_stage_does_is_asked_with_a_last_ya() -> None:
    assert corrected("manajemen pengetahuan itu 4 tahap ya") == ["permendag-4-2026#pasal-10-ayat-1"]
    assert corrected("4 tahap manajemen pengetahuan itu ngapain ya") == []


@pytest.mark.parametrize(
    ("said", "corrects"),
    [
        ("apa pengawas perdagangan bisa sampai ahli utama, atau hanya sampai madya?", False),
        ("pengawas perdagangan ahli utama ada tidak?", False),
        ("pengawas perdagangan kan ada ahli utama", True),
        ("AK pengawas perdagangan ahli utama berapa?", True),
    ],
)
def test_who_asks_which_levels_there_are_claims_none(said: str, corrects: bool) -> None:
    assert bool(corrected(said, jabatan="pengawas", jenjang="ahli_utama")) is corrects


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("jatah 3 tahun, lulus 30 bulan, dihitung dari yang 3 tahun atau yang 30 bulan?", []),
        ("lamanya 3 tahun atau hanya 2 tahun, padahal saya sudah 5 tahun", ["5 tahun"]),
        ("lamanya 3 tahun dan perpanjangan 2 tahun atau tidak sama sekali", ["3 tahun", "2 tahun"]),
    ],
)
def test_numbers_put_to_a_choice_are_not_claimed(said: str, left: list[str]) -> None:
    text = SPELLER.read(said)
    claimed = without_choices(text, read_amounts(text, date(2026, 7, 1)))
    assert [text.raw[amount.start : amount.end] for amount in claimed] == left


@pytest.mark.parametrize(
    ("said", "tagged"),
    [
        ("diseleksi panitia seleksi atau tim penilai kinerja ya", False),
        ("diseleksi panitia seleksi ataukah tim penilai kinerja ya", False),
        ("hukuman sedang atau berat harus menunggu dulu ya", True),
        ("diseleksi panitia seleksi ya", True),
    ],
)
def test_a_nod_is_asked_for_what_is_stated_and_not_for_one_of_two_things(said: str, tagged: bool) -> None:
    assert ends_in_tag(SPELLER.read(said)) is tagged
