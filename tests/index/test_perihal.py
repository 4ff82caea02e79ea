"""What a message is about: told from all of its words, whatever surrounds the question; what was never learned stays even."""

import numpy as np
import pytest

from corpus.address import Address
from corpus.library import Corpus
from index.expand import expand
from index.perihal import LEAST, Features, Perihal, Scores, load_learned
from index.projection import STORY
from index.ranking import TRAITS
from index.search import Index

STORIES = {
    "kemarin hujan seharian, motor mogok, sampai kantor sudah siang, eh dikabari nilai ujian kompetensi saya tidak lulus. "
    "masih dibolehkan mengulang tidak ya": "permendag-94-2020 Pasal 42 ayat (6)",
    "di kantor kami ada dua orang yang menulis satu makalah bareng sejak tahun lalu, satu jadi penulis utama. angka "
    "kreditnya dipecah bagaimana untuk yang membantu": "permendag-82-2020 Pasal 75 ayat (4)",
    "anak pertama baru lahir, istri kerja jauh, dan saya dapat kabar beasiswa diperpanjang. selesai kuliah nanti saya "
    "wajib kembali bekerja berapa lama di kementerian": "permen-pupr-2-2023 Pasal 37 ayat (1)",
}


def weigh(perihal: Perihal, text: str) -> Scores:
    """What the search believes of a text that is spelled right."""
    return perihal.weigh(text, expand(text))


@pytest.mark.parametrize(("story", "place"), STORIES.items())
def test_the_rule_a_story_asks_about_is_believed_in_among_the_first(real: Index, story: str, place: str) -> None:
    regulation, _, rest = place.partition(" ")
    wanted = Address.parse(rest, regulation)
    belief = weigh(Perihal(real.addresses, load_learned()), story)
    first = [real.addresses[at] for at in np.argsort(-belief)[:10]]
    assert any(wanted.meets(address) or _is_twin(wanted, address) for address in first), first


def _is_twin(wanted: Address, address: Address) -> bool:
    """Whether a provision says the same of the other position."""
    other = {"permendag-82-2020": "permendag-94-2020", "permendag-94-2020": "permendag-82-2020"}
    return address.regulation == other.get(wanted.regulation) and address.ayat == wanted.ayat


def test_a_provision_nobody_learned_of_is_believed_in_as_by_a_guess() -> None:
    learned = load_learned()
    stranger = Address.parse("Pasal 999 ayat (9)", "permendag-82-2020")
    belief = weigh(Perihal([stranger], learned), "berapa kali boleh mengulang uji kompetensi")
    assert belief == pytest.approx(np.log(1 / len(learned.leaning) + LEAST), abs=1e-4)


def test_words_never_seen_tell_nothing() -> None:
    perihal = Perihal([Address.parse("Pasal 42 ayat (6)", "permendag-94-2020")], load_learned())
    assert weigh(perihal, "qqzzq") == weigh(perihal, "") != weigh(perihal, "mengulang uji kompetensi")


def test_a_feature_counts_once_and_the_order_of_far_words_does_not_matter() -> None:
    features = Features()
    once, twice = (features.of(text, text) for text in ("uji kompetensi", "uji kompetensi uji kompetensi"))
    assert set(once.tolist()) <= set(twice.tolist()) and len(set(twice.tolist())) == len(twice)


def test_every_provision_of_the_corpus_that_is_asked_about_was_learned(corpus: Corpus, real: Index) -> None:
    known = weigh(Perihal(real.addresses, load_learned()), "angka kredit")
    assert len(np.unique(known)) > len(load_learned().leaning) / 2


def test_a_story_is_weighed_as_such_and_a_short_question_is_not(real: Index) -> None:
    long = "saya " * (STORY - 4) + "berapa kali boleh mengulang"
    for message, told, other in ((long, "perihal_cerita", "perihal"), ("boleh mengulang", "perihal", "perihal_cerita")):
        traits = real.gather(message).traits
        assert traits[:, TRAITS.index(told)].any() and not traits[:, TRAITS.index(other)].any()
