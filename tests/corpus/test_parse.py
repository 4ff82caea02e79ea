"""How lines become provisions: small texts that show one rule each."""

from corpus.data import Sheet
from corpus.layout import read
from corpus.parse import parse
from corpus.tree import Node


def _tree(content: str, **layout: object) -> Node:
    return parse("x", read(content, [], Sheet("x.susunan.yaml", layout)).lines)


def _places(root: Node, kinds: tuple[str, ...] = ("ayat", "huruf", "angka", "butir", "pasal")) -> list[str]:
    return [node.address.place for node in root.walk() if node.kind in kinds and node.address]


def _at(root: Node, place: str) -> Node:
    return next(node for node in root.walk() if node.address and node.address.place == place)


def test_a_line_wrapped_after_the_word_ayat_starts_no_new_ayat() -> None:
    root = _tree(
        "Pasal 1\n(1) Isi satu.\n(2) Sebagaimana dimaksud pada ayat\n(1) huruf a wajib melapor.\n(3) Isi tiga."
    )
    assert _places(root) == ["Pasal 1", "Pasal 1 ayat (1)", "Pasal 1 ayat (2)", "Pasal 1 ayat (3)"]
    assert _at(root, "Pasal 1 ayat (2)").text == "Sebagaimana dimaksud pada ayat (1) huruf a wajib melapor."


def test_a_reference_to_the_next_ayat_or_huruf_wrapped_starts_none() -> None:
    root = _tree(
        "Pasal 1\n(1) Kecuali ayat\n(2) dan ayat\n(3), wajib:\na. satu huruf\nb. dari; dan\nb. dua.\n(2) Dua.\n(3) Tiga."
    )
    assert _places(root, ("ayat",)) == ["Pasal 1 ayat (1)", "Pasal 1 ayat (2)", "Pasal 1 ayat (3)"]
    assert [_at(root, f"Pasal 1 ayat (1) huruf {letter}").text for letter in "ab"] == [
        "satu huruf b. dari; dan",
        "dua.",
    ]


def test_two_references_wrapped_in_a_row_start_no_new_ayat() -> None:
    root = _tree(
        "Pasal 1\n(3) Tiga.\n(4) Menurut ayat\n(2) dan ayat\n(3) dilakukan.\n(5) Menurut Pasal 9 ayat (1),\n(6) dan lain."
    )
    assert _places(root) == ["Pasal 1", "Pasal 1 ayat (3)", "Pasal 1 ayat (4)", "Pasal 1 ayat (5)"]


def test_an_ayat_list_that_follows_a_colon_is_read_though_the_line_ends_in_a_hanging_word() -> None:
    root = _tree("Pasal 1\n(1) Pelaksana pada:\na. pusat; dan\nb. daerah.")
    assert _places(root, ("huruf",)) == ["Pasal 1 ayat (1) huruf a", "Pasal 1 ayat (1) huruf b"]


def test_a_reference_that_fills_its_line_becomes_no_heading() -> None:
    root = _tree("Pasal 1\nSebagaimana dimaksud dalam\nPasal 2\nberlaku.\n\nPasal 2\nIsi dua.")
    assert _places(root) == ["Pasal 1", "Pasal 2"]
    assert _at(root, "Pasal 1").text == "Sebagaimana dimaksud dalam Pasal 2 berlaku."


def test_a_pasal_number_that_goes_back_or_leaps_far_ahead_becomes_no_heading() -> None:
    root = _tree("Pasal 1\nIsi.\n\nPasal 77\n\nPasal 1\n\nPasal 2\nIsi.")
    assert _places(root, ("pasal",)) == ["Pasal 1", "Pasal 2"]


def test_a_paragraph_broken_by_a_page_goes_on() -> None:
    root = _tree("Pasal 1\n- (1) Penilaian dilakukan oleh tim\n\n\npenilai kinerja PNS.\n- (2) Isi.")
    assert _at(root, "Pasal 1 ayat (1)").text == "Penilaian dilakukan oleh tim penilai kinerja PNS."


def test_a_dash_without_a_label_continues_the_item_above() -> None:
    root = _tree(
        "Pasal 1\nTahap:\n- a. verifikasi kesesuaian antara PNS\n\n- yang diusulkan dengan kebutuhan;\n- b. penetapan."
    )
    assert _at(root, "Pasal 1 huruf a").text == "verifikasi kesesuaian antara PNS yang diusulkan dengan kebutuhan;"


def test_nesting_follows_the_labels_not_the_indentation() -> None:
    root = _tree(
        "Pasal 1\n(1) Tata cara:\na. syarat:\n1. satu;\n2. dua; dan\n      b. usul:\n 1. tiga; dan\n2. empat.\n(2) Isi."
    )
    assert _places(root) == [
        "Pasal 1",
        "Pasal 1 ayat (1)",
        "Pasal 1 ayat (1) huruf a",
        "Pasal 1 ayat (1) huruf a angka 1",
        "Pasal 1 ayat (1) huruf a angka 2",
        "Pasal 1 ayat (1) huruf b",
        "Pasal 1 ayat (1) huruf b angka 1",
        "Pasal 1 ayat (1) huruf b angka 2",
        "Pasal 1 ayat (2)",
    ]


def test_levels_below_angka_get_an_address_of_their_own() -> None:
    root = _tree("Pasal 1\na. satu:\n1. dua:\na) tiga; dan\nb) empat.\n2. lima.")
    assert _places(root, ("butir",)) == ["Pasal 1 huruf a angka 1 huruf a", "Pasal 1 huruf a angka 1 huruf b"]
    assert _at(root, "Pasal 1 huruf a angka 1 huruf b").label == "b)"


def test_labels_skipped_by_the_legislator_stay_as_printed() -> None:
    root = _tree("Pasal 1\n(1) Satu:\na. a;\nb. b;\nd. d.\n(2) Dua.\n(4) Empat.")
    assert _places(root, ("ayat",)) == ["Pasal 1 ayat (1)", "Pasal 1 ayat (2)", "Pasal 1 ayat (4)"]
    assert _places(root, ("huruf",))[-1] == "Pasal 1 ayat (1) huruf d"


def test_a_closing_clause_after_a_list_is_the_tail_of_the_lists_owner() -> None:
    root = _tree("Pasal 1\n(1) Syarat:\na. satu; dan\nb. dua.\nKetentuan ini berlaku bagi semua.\n(2) Isi.")
    owner = _at(root, "Pasal 1 ayat (1)")
    assert owner.tail == "Ketentuan ini berlaku bagi semua."
    assert _at(root, "Pasal 1 ayat (1) huruf b").text == "dua."
    assert owner.words.endswith("b. dua.\nKetentuan ini berlaku bagi semua.")


def test_a_list_item_that_goes_on_in_small_letters_is_not_cut_by_a_semicolon() -> None:
    root = _tree("Pasal 1\na. satu;\ndan\nb. dua.")
    assert _at(root, "Pasal 1 huruf a").text == "satu; dan"


def test_bab_bagian_and_paragraf_carry_their_titles_on_one_line_or_several() -> None:
    root = _tree(
        "BAB I\nKETENTUAN\nUMUM\nBagian Kesatu Umum\n\nParagraf 1\n\nTata Cara\n\nPasal 1\nIsi.\nBAB II PENUTUP\nPasal 2\nIsi."
    )
    titles = {node.label: node.title for node in root.walk() if node.kind in ("bab", "bagian", "paragraf")}
    assert titles == {
        "BAB I": "KETENTUAN UMUM",
        "Bagian Kesatu": "Umum",
        "Paragraf 1": "Tata Cara",
        "BAB II": "PENUTUP",
    }
    assert [node.label for node in root.children if node.kind == "bab"] == ["BAB I", "BAB II"]


def test_a_heading_in_english_is_read_as_pasal() -> None:
    assert _places(_tree("Article 1\nIsi.\nArticle 2\nIsi.")) == ["Pasal 1", "Pasal 2"]


def test_the_preamble_is_split_into_its_parts() -> None:
    root = _tree(
        "PERATURAN\n- Menimbang** : a. bahwa satu;\n- b. bahwa dua;\nMengingat : 1. UU satu;\n2. UU dua;\nMEMUTUSKAN:\n"
        "Menetapkan : PERATURAN INI.\nBAB I\nUMUM\nPasal 1\nIsi."
    )
    assert _at(root, "Menimbang huruf b").text == "bahwa dua;"
    assert _at(root, "Mengingat angka 1").text == "UU satu;"
    assert _at(root, "Menetapkan").text == "PERATURAN INI."
    assert _at(root, "Judul").text == "PERATURAN"


def test_the_closing_is_not_part_of_the_last_pasal() -> None:
    root = _tree("Pasal 1\nMulai berlaku.\n\nAgar setiap orang mengetahuinya.\n\nDitetapkan di Jakarta")
    assert _at(root, "Pasal 1").words == "Mulai berlaku."
    assert "Ditetapkan di Jakarta" in _at(root, "Penutup").text


def test_an_attachment_begins_at_its_own_line_and_not_where_it_is_only_cited() -> None:
    root = _tree("Pasal 1\nTercantum dalam\nLampiran I yang\nLampiran II.\n\nLAMPIRAN I\nA. Satu\nLAMPIRAN II\nDua")
    assert [node.label for node in root.children if node.kind == "lampiran"] == ["LAMPIRAN I", "LAMPIRAN II"]
    assert _at(root, "Lampiran I").words == "A. Satu"


def test_markdown_is_taken_off_the_words_but_owned() -> None:
    root = _tree("## BAB I\n\n### **KETENTUAN** UMUM\n\n#### Pasal 1\n\n- (1) Uji *Assesment\nCenter* berlaku.")
    assert _at(root, "Bab I").title == "KETENTUAN UMUM"
    ayat = _at(root, "Pasal 1 ayat (1)")
    assert ayat.text == "Uji Assesment Center berlaku."
    assert [(span.line, span.start, span.end) for span in ayat.spans] == [(7, 0, 20), (8, 0, 16)]


def test_a_word_broken_at_a_hyphen_or_slash_is_put_together_again() -> None:
    root = _tree("Pasal 1\nperundang-\nundangan dan/\natau tahun 2020 -\n2021")
    assert _at(root, "Pasal 1").text == "perundang-undangan dan/atau tahun 2020 - 2021"


def test_a_label_put_back_marks_its_provision_and_no_other() -> None:
    root = _tree("Pasal 1\nIsi satu.\n(2) Isi dua.", labels=[{"line": 2, "label": "(1)"}])
    assert _at(root, "Pasal 1 ayat (1)").restored
    assert not _at(root, "Pasal 1 ayat (2)").restored
