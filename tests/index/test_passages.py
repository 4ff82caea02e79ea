"""What becomes a passage, and what it carries."""

from pathlib import Path

from twins import write_regulation

from corpus.library import Corpus, load_corpus
from index.folder import find_encoder
from index.passages import make_passages


def test_each_ayat_each_definition_and_each_pasal_without_ayat_is_a_passage(twins: Corpus) -> None:
    places = [passage.address.place for passage in make_passages(twins) if passage.regulation == "permendag-1-2020"]
    assert places == [
        "Pasal 1",
        "Pasal 1 angka 1",
        "Pasal 1 angka 2",
        "Pasal 2 ayat (1)",
        "Pasal 2 ayat (2)",
        "Pasal 3",
    ]


def test_a_passage_is_embedded_with_its_regulation_and_its_headings(twins: Corpus) -> None:
    passage = next(p for p in make_passages(twins) if p.address.place == "Pasal 2 ayat (2)")
    assert (
        passage.words.splitlines()[0]
        == "Permen Negosiator Peraturan Menteri tentang Negosiator".replace("Peraturan Menteri tentang ", "")
        + " | BAB II PENGANGKATAN"
    )
    assert passage.text == "Negosiator berusia paling tinggi 53 (lima puluh tiga) tahun."


def test_kinds_are_told_apart(twins: Corpus) -> None:
    kinds = {p.address.place: p.kind for p in make_passages(twins) if p.regulation == "permendag-2-2020"}
    assert kinds["Pasal 1 angka 1"] == "definisi"
    assert kinds["Pasal 2 ayat (2)"] == "persyaratan"
    assert kinds["Pasal 3"] == "ketentuan"


def test_a_passage_knows_the_lines_of_the_source_it_stands_on(twins: Corpus) -> None:
    passage = next(p for p in make_passages(twins) if p.address.place == "Pasal 2 ayat (1)")
    assert passage.lines == (18,)


def test_a_long_provision_is_cut_at_its_items_and_every_piece_keeps_the_opening_words(tmp_path: Path) -> None:
    items = "".join(f" {letter}. syarat {letter} " + "kata " * 40 + ";\n" for letter in "abcdefgh")
    text = f"BAB I\n\nUMUM\n\nPasal 1\n\nCalon {{nama}} harus memenuhi:\n\n{items}"
    write_regulation(tmp_path / "texts", "permendag-1-2020", "Negosiator", text)
    passages = make_passages(load_corpus(tmp_path / "texts"))
    assert len(passages) > 1
    assert {passage.address.place for passage in passages} == {"Pasal 1"}
    assert all(passage.text.startswith("Calon Negosiator harus memenuhi:") for passage in passages)
    assert all(any(f"syarat {letter}" in passage.text for passage in passages) for letter in "abcdefgh")


def test_every_pasal_of_the_five_regulations_can_be_found(corpus: Corpus) -> None:
    found = {(passage.regulation, passage.address.pasal) for passage in make_passages(corpus)}
    missing = [
        node.address.key
        for regulation in corpus.regulations
        for node in corpus.pasals(regulation)
        if node.address and (regulation, node.address.pasal) not in found
    ]
    assert missing == []


def test_every_row_of_every_table_can_be_found(corpus: Corpus) -> None:
    found = {passage.address for passage in make_passages(corpus)}
    missing = [
        node.address.key
        for regulation in corpus.regulations.values()
        for node in regulation.root.walk()
        if node.kind == "baris" and node.address and len(node.text.split()) >= 4 and node.address not in found
    ]
    assert missing == []


def test_ids_are_unique_and_addresses_exist(corpus: Corpus) -> None:
    passages = make_passages(corpus)
    assert len({passage.id for passage in passages}) == len(passages)
    assert all(corpus.node(passage.address).words for passage in passages)


def test_no_passage_is_longer_than_the_encoder_sees(corpus: Corpus, built: Path) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(find_encoder(built).path / "tokenizer.json"))
    too_long = [p.id for p in make_passages(corpus) if len(tokenizer.encode("passage: " + p.words).ids) > 512]
    assert too_long == []


def test_a_row_is_embedded_with_the_names_of_its_columns(corpus: Corpus) -> None:
    key = "permendag-82-2020#lampiran-iv-golongan-iii.c-ijazah-s1"
    row = next(passage for passage in make_passages(corpus) if passage.address.key == key)
    assert "golongan: III/c" in row.words
    assert row.text == corpus.node(row.address).words


def test_titles_and_signatures_of_attachments_are_no_passages(corpus: Corpus) -> None:
    assert not [p.id for p in make_passages(corpus) if p.address.lampiran and "AGUS SUPARMANTO" in p.text]
