"""What is not proven does not leave: each kind of lie is caught, and the honest answer passes."""

from dataclasses import replace

import pytest

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.compose import link, say_calculation, say_provision
from assistant.tools import run
from assistant.verify import verify
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus

AGE = Address("permendag-94-2020", pasal=13, ayat=1, huruf="h")
AGE_SISTER = Address("permendag-82-2020", pasal=13, ayat=1, huruf="h")
NO_OBJECTION = Address("permendag-94-2020", pasal=70, ayat=3)


@pytest.fixture(scope="module")
def age(corpus: Corpus) -> Citation:
    return corpus.cite(AGE)


def failures(text: str, corpus: Corpus, *citations: Citation, question: str = "") -> tuple[str, ...]:
    return verify(text, citations, (), (question,), corpus).failures


def test_a_provision_with_its_own_words_passes(corpus: Corpus, age: Citation) -> None:
    assert not failures(say_provision(age, "id"), corpus, age)


def test_a_quote_with_an_invented_tail_fails(corpus: Corpus, age: Citation) -> None:
    forged = replace(age, quote=f"{age.quote} atau atas persetujuan Menteri")
    assert failures(say_provision(forged, "id"), corpus, forged)


def test_an_invented_tail_in_the_text_alone_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(
        f"{say_provision(age, 'id')}\n\n> {age.quote.splitlines()[0]} atas persetujuan Menteri", corpus, age
    )


def test_two_fragments_stitched_together_fail(corpus: Corpus, age: Citation) -> None:
    lines = age.quote.splitlines()
    assert failures(f"> {lines[0]} {lines[-1]}", corpus, age)


def test_a_right_quote_under_the_wrong_provision_fails(corpus: Corpus, age: Citation) -> None:
    wrong = Address("permendag-94-2020", pasal=14)
    moved = Citation(wrong, corpus.label(wrong), age.quote)
    assert failures(say_provision(moved, "id"), corpus, moved)


def test_a_label_that_names_another_provision_fails(corpus: Corpus, age: Citation) -> None:
    renamed = replace(age, label="Pasal 14 ayat (1) huruf h Permendag 94/2020")
    assert failures(say_provision(renamed, "id"), corpus, renamed)


def test_a_wrong_numeral_beside_a_right_quote_fails(corpus: Corpus, age: Citation) -> None:
    said = "Berusia paling tinggi {n} tahun bagi yang akan menduduki Negosiator Perdagangan Ahli Madya."
    assert failures(f"{said.format(n=57)}\n\n{say_provision(age, 'id')}", corpus, age)
    assert not failures(f"{said.format(n=55)}\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_number_in_words_is_checked_too(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Batas usianya lima puluh tujuh tahun.\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_lost_negation_fails(corpus: Corpus) -> None:
    cited = corpus.cite(NO_OBJECTION)
    assert "tidak" in cited.quote
    assert failures("> " + cited.quote.replace("tidak ", "", 1), corpus, cited)


def test_a_provision_that_is_named_but_not_cited_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Lihat Pasal 99.\n\n{say_provision(age, 'id')}", corpus, age)


@pytest.mark.parametrize("said", ["Usia Anda 57 tahun.", "Anda yang berusia 57 tahun pasti diterima."])
def test_nothing_is_said_of_the_person_beside_a_quote(corpus: Corpus, age: Citation, said: str) -> None:
    """What a person told of themselves is owned by the question; what follows from it is for calculations to say."""
    assert failures(f"{said}\n\n{say_provision(age, 'id')}", corpus, age, question="umur saya 57")


def test_a_calculated_figure_is_owned_by_its_calculation(corpus: Corpus) -> None:
    found = Calculation("contoh", {}, result={"nilai": "73.2"})
    checked = verify("- nilai: **73,2**", (), (found,), (), corpus)
    assert checked.proven
    assert [(n.text, n.source, n.ref) for n in checked.numbers] == [("73,2", "calculation", 0)]
    assert not verify("- nilai: **73,3**", (), (found,), (), corpus).proven


def test_a_calculated_figure_under_another_name_fails(corpus: Corpus) -> None:
    found = Calculation("contoh", {}, result={"nilai": "73.2", "batas": "70"})
    assert not verify("- nilai: **70**\n- batas: **70**", (), (found,), (), corpus).proven


@pytest.mark.parametrize("planted", ["Pasal 99 memberi hak itu.", "Menurut pasal 99 hal itu boleh.", "Lihat ayat (9)."])
def test_a_provision_that_only_the_question_names_may_not_be_named(corpus: Corpus, age: Citation, planted: str) -> None:
    assert failures(f"{planted}\n\n{say_provision(age, 'id')}", corpus, age, question="menurut Pasal 99 ayat (9)?")


def test_a_number_told_by_the_person_is_not_the_law(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Batas usianya 57 tahun.\n\n{say_provision(age, 'id')}", corpus, age, question="umur saya 57")


@pytest.mark.parametrize(
    "foreign",
    [
        "[Pasal 13](https://contoh.id)",
        "<script>alert(1)</script>",
        "![x](y)",
        "https://contoh.id",
        "[klik](/peraturan/x)",
        "Menurut\u200b ketentuan itu.",
        "Ketentuan\u00ad itu.",
    ],
)
def test_links_and_markup_of_others_fail(corpus: Corpus, age: Citation, foreign: str) -> None:
    assert failures(f"{say_provision(age, 'id')}\n\n{foreign}", corpus, age)


def test_a_quote_under_the_name_of_another_cited_provision_fails(corpus: Corpus, age: Citation) -> None:
    other = corpus.cite(NO_OBJECTION)
    honest = f"{say_provision(age, 'id')}\n\n{say_provision(other, 'id')}"
    assert not failures(honest, corpus, age, other)
    assert failures(honest.replace(f"**{age.label}**", f"**{other.label}**"), corpus, age, other)


def test_a_quote_that_begins_after_its_negation_fails(corpus: Corpus) -> None:
    cited = corpus.cite(NO_OBJECTION)
    tail = cited.quote[cited.quote.index("tidak") + len("tidak ") :]
    cut = replace(cited, quote=tail)
    assert failures(say_provision(cut, "id"), corpus, cut)


def test_a_quote_that_cuts_a_number_in_two_fails(corpus: Corpus, age: Citation) -> None:
    at = age.quote.index("55")
    cut = replace(age, quote=age.quote[at + 1 :])
    assert failures(say_provision(cut, "id"), corpus, cut)


def test_a_direct_sentence_must_be_the_words_of_its_provision(corpus: Corpus) -> None:
    cited = corpus.cite(NO_OBJECTION)
    said = " ".join(cited.quote.split())
    told = f"Menurut **{cited.label}**: {{said}}\n\n> {cited.quote}\n\n[{cited.label}]({cited.address.url})"
    assert not failures(told.format(said=said), corpus, cited)
    assert failures(told.format(said=said.replace("tidak ", "")), corpus, cited)
    assert failures(told.format(said=f"{said} Segera."), corpus, cited)


def test_the_rule_of_the_other_position_fails_within_a_scope(corpus: Corpus) -> None:
    sister = corpus.cite(AGE_SISTER)
    text = say_provision(sister, "id")
    assert verify(text, (sister,), (), (), corpus, scope=("permendag-82-2020",)).proven
    assert not verify(text, (sister,), (), (), corpus, scope=("permendag-94-2020",)).proven


def test_a_calculation_for_one_position_may_not_rest_on_the_other(corpus: Corpus) -> None:
    sister = corpus.cite(AGE_SISTER)
    assert verify("", (), (Calculation("x", {"jabatan": "pengawas"}, citations=(sister,)),), (), corpus).proven
    assert not verify("", (), (Calculation("x", {"jabatan": "negosiator"}, citations=(sister,)),), (), corpus).proven


def test_a_sentence_of_nobody_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Anda pasti diterima.\n\n{say_provision(age, 'id')}", corpus, age)


def test_the_number_of_another_item_of_the_list_fails(corpus: Corpus, age: Citation) -> None:
    """53, 55 and 60 all stand in the provision, each for its own level."""
    claim = (
        f"Berusia paling tinggi {{n}} tahun bagi Negosiator Perdagangan Ahli Madya ([{age.label}]({age.address.url}))."
    )
    items = [line for line in age.quote.splitlines() if "Madya" in line]
    right = "55" if any("55" in line for line in items) else "53"
    wrong = next(n for n in ("53", "55", "60") if n != right and n in age.quote)
    assert not failures(f"{claim.format(n=right)}\n\n{say_provision(age, 'id')}", corpus, age)
    assert failures(f"{claim.format(n=wrong)}\n\n{say_provision(age, 'id')}", corpus, age)


@pytest.mark.parametrize(
    "pair", ["55 (lima puluh enam)", "55 (lima)", "５５ (lima puluh lima)", "53 (lima puluh lima)"]
)
def test_digits_and_words_of_a_claim_must_agree(corpus: Corpus, age: Citation, pair: str) -> None:
    said = "Berusia paling tinggi {n} tahun bagi yang akan menduduki Negosiator Perdagangan Ahli Madya."
    assert not failures(f"{said.format(n='55 (lima puluh lima)')}\n\n{say_provision(age, 'id')}", corpus, age)
    assert failures(f"{said.format(n=pair)}\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_reference_may_not_be_exchanged_for_its_neighbour(corpus: Corpus) -> None:
    cited = corpus.cite(Address("permendag-94-2020", pasal=59, ayat=4))
    said = f"{cited.quote.rstrip('.')} ([{cited.label}]({cited.address.url}))."
    assert "ayat (3) dan (4)" in said and not failures(said, corpus, cited)
    assert failures(said.replace("(3) dan (4)", "(4) dan (4)"), corpus, cited)


def test_an_unseen_character_in_an_honest_sentence_fails(corpus: Corpus, age: Citation) -> None:
    said = (
        "Berusia paling tinggi 55 (lima puluh lima) tahun bagi yang akan menduduki Negosiator Perdagangan Ahli Madya."
    )
    assert not failures(f"{said}\n\n{say_provision(age, 'id')}", corpus, age)
    for unseen in "\u200b\u00ad\u2060":
        assert failures(f"{said.replace('tahun', 'tahun' + unseen)}\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_connecting_word_of_the_clause_may_not_move_either(corpus: Corpus) -> None:
    cited = corpus.cite(Address("permen-pupr-2-2023", pasal=79))
    said = f"{cited.quote.rstrip('.')} ([{cited.label}]({cited.address.url}))."
    assert not failures(said, corpus, cited)
    assert failures(said.replace("belum diatur", "diatur belum"), corpus, cited)


CAP = Address("permendag-94-2020", pasal=55, ayat=2)
TARGET = Calculation("target_tahunan", {}, result={"target_minimal": "37.5"})


def test_a_computed_figure_may_not_stand_where_the_law_has_its_own(corpus: Corpus) -> None:
    """Its name stands in the clause by chance, and the law's figure is left only in words."""
    cited = corpus.cite(CAP)
    right = "150% (seratus lima puluh persen)"
    said = next(line for line in cited.quote.splitlines() if right in line).rstrip(".;")
    for figure, passes in ((right, True), ("37,5% (seratus lima puluh persen)", False), ("37,5%", False)):
        text = f"{said.replace(right, figure)} ([{cited.label}]({cited.address.url}))."
        assert verify(text, (cited,), (TARGET,), (), corpus).proven is passes


def test_a_condition_may_not_be_left_out_of_a_calculation(law: Law) -> None:
    inputs = {"jabatan": "negosiator", "golongan": "III/c", "angka_kredit": "105", "nilai_kinerja": ["baik", "kurang"]}
    found = run("kenaikan_pangkat", inputs, law)
    told = say_calculation(found, "id").splitlines()
    unmet = [line for line in told if line.startswith("- ❌")]
    assert unmet and verify("\n".join(told), found.citations, (found,), (), law.corpus).proven
    left = [line for line in told if line not in unmet]
    assert not verify("\n".join(left), found.citations, (found,), (), law.corpus).proven


def test_a_calculation_may_not_stand_under_the_name_of_the_other_position(law: Law) -> None:
    both = {
        j: run("jenjang_dari_golongan", {"jabatan": j, "golongan": "III/c"}, law) for j in ("negosiator", "pengawas")
    }
    names = {"negosiator": "**Negosiator Perdagangan**", "pengawas": "**Pengawas Perdagangan**"}
    own, found = tuple(names.values()), tuple(both.values())

    def told(one: str, other: str) -> str:
        pairs = ((one, "negosiator"), (other, "pengawas"))
        return "\n\n".join(f"{names[name]}\n\n{say_calculation(both[j], 'id')}" for name, j in pairs)

    assert verify(told("negosiator", "pengawas"), (), found, ("III/c",), law.corpus, own).proven
    assert not verify(told("pengawas", "negosiator"), (), found, ("III/c",), law.corpus, own).proven


def test_a_correction_stands_in_its_own_words_only(corpus: Corpus) -> None:
    cited = corpus.cite(NO_OBJECTION)
    known = ("Terhadap angka kredit yang sudah ditetapkan tidak dapat diajukan keberatan.",)
    text = f"Perlu diluruskan: {{said}}\n\n{say_provision(cited, 'id')}"
    assert verify(text.format(said=known[0]), (cited,), (), (), corpus, corrections=known).proven
    for wrong in (known[0].replace("tidak ", ""), known[0].replace("dapat", "wajib"), "Semua boleh."):
        assert not verify(text.format(said=wrong), (cited,), (), (), corpus, corrections=known).proven


ITEM = Address("permendag-94-2020", pasal=75, ayat=1, huruf="d")


@pytest.mark.parametrize(
    ("lead", "proven"),
    [
        ("Negosiator Perdagangan diberhentikan dari jabatannya apabila: ", True),
        ("Negosiator Perdagangan tidak diberhentikan dari jabatannya apabila: ", False),
        ("Pengawas Perdagangan diberhentikan dari jabatannya apabila: ", False),
        ("", True),
    ],
)
def test_an_item_may_be_told_after_the_very_words_that_open_its_list(corpus: Corpus, lead: str, proven: bool) -> None:
    cited = corpus.cite(ITEM)
    said = cited.quote.rstrip(";")
    text = f"Menurut **{cited.label}**: {lead}{said}\n\n> {cited.quote}"
    assert (not failures(text, corpus, cited)) is proven


def test_an_inner_item_is_told_with_all_the_words_above_it_or_with_none(corpus: Corpus) -> None:
    cited = corpus.cite(Address("permendag-94-2020", pasal=13, ayat=1, huruf="h", angka=2))
    ayat, huruf = (corpus.node(Address("permendag-94-2020", pasal=13, ayat=1, huruf=h)).text for h in (None, "h"))
    whole, torn = f"{ayat} {huruf} {cited.quote}", f"{ayat} {cited.quote}"
    for said, why in ((whole, 0), (torn, 1)):
        found = failures(f"Menurut **{cited.label}**: {said}\n\n> {cited.quote}", corpus, cited)
        assert sum("bukan bunyi" in reason for reason in found) == why


def test_the_question_of_a_calculator_may_name_its_choices_and_nothing_else_may(corpus: Corpus, law: Law) -> None:
    told = {"jabatan": "negosiator", "jenjang": "ahli_muda", "kegiatan": [{"kegiatan": "perundingan"}]}
    found = run("angka_kredit_kegiatan", told, law)
    question = found.missing[0].question
    text = say_calculation(found, "id")
    assert "cocok dengan beberapa kegiatan" in question and question in text
    assert verify(text, found.citations, (found,), (), corpus).proven
    assert not verify(text.replace(question, f"{question} Nomor 99?"), found.citations, (found,), (), corpus).proven


@pytest.mark.parametrize(("share", "proven"), [("60", True), ("70", False)])
def test_a_share_in_digits_agrees_with_its_words_also_before_per_seratus(
    corpus: Corpus, law: Law, share: str, proven: bool
) -> None:
    marks = {"nilai_pengetahuan": 60, "nilai_makalah": 70, "nilai_wawancara": 75, "nilai_ukmsk": 70}
    found = run("nilai_uji_kompetensi", {"jabatan": "negosiator", **marks}, law)
    cited = next(c for c in found.citations if "enam puluh per seratus" in c.quote)
    said = f"Uji Kompetensi Teknis (UKT) ({share}% (enam puluh per seratus)) ({link(cited)})."
    text = f"{said}\n\n{say_calculation(found, 'id')}"
    assert verify(text, found.citations, (found,), (), corpus).proven is proven
