"""Which calculator is meant where what is asked for says so: a goal over the path told, a check without a plan, a post."""

import pytest
from last_read import last_read

from assistant.answer import Assistant


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        (
            "aku masuk jadi negosiator lewat perpindahan jabatan dulu, kenaikan jenjang ketentuannya apa saja?",
            "kenaikan_jenjang",
        ),
        ("apa syarat perpindahan jabatan jadi negosiator ahli muda, umur 45?", "pengangkatan_perpindahan"),
        ("syarat supaya jadi ahli muda apa, sekarang pengawas ahli pertama", "kenaikan_jenjang"),
        (
            "kapan saya bisa jadi ahli muda, sekarang pengawas ahli pertama AK 60, setahun 12,5",
            "rencana_kenaikan_jenjang",
        ),
        ("mau jadi kepala biro, siapa ya yang mengusulkan ke menteri?", "badan_seleksi"),
        ("siapa yang menetapkan kenaikan jenjang negosiator ke ahli madya?", "pejabat_berwenang"),
        ("siapa yang memilih peserta pelatihan kepemimpinan administrator dari kementerian?", "seleksi_peserta"),
    ],
)
def test_the_calculator_is_that_of_what_is_asked_for(assistant: Assistant, message: str, tool: str) -> None:
    assert last_read(assistant, message).tool == tool


def test_a_look_up_with_nothing_told_stays_one(assistant: Assistant) -> None:
    assert last_read(assistant, "apa bunyi Pasal 28 Permen PUPR 2/2023 tentang syarat tugas belajar?").kind == "clause"
