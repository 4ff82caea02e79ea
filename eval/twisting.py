"""Ways to twist an honest answer with its own words: every figure and citation may be true, and yet it is a lie.

Each takes an honest answer and turns one thing round. A twist that cannot be made of some evidence is not made (None).
"""

from collections.abc import Callable, Sequence
from random import Random

from eval.honest import Answers, Sent
from eval.twisted_calculations import condition_left_out, condition_turned, verdict_of_another
from eval.twisted_figures import another_form_of_date, computed_as_law, ends_exchanged, share_in_words, told_as_law
from eval.twisted_letters import letter_changed, like_letter
from eval.twisted_names import (
    another_reference,
    another_roman,
    another_year,
    marks_exchanged,
    positions_exchanged,
    sibling_named,
)
from eval.twisted_words import (
    ACTORS,
    DUTIES,
    JOINTS,
    LIMITS,
    TIMES,
    UNITS,
    correction_turned,
    exchanged,
    negation_moved,
    negation_put_in,
    put_in,
)

TWISTS: Sequence[tuple[str, Callable[[Answers, Random], Sent | None]]] = (
    ("wajib jadi dapat", exchanged(DUTIES)),
    ("dan jadi atau", exchanged(JOINTS)),
    ("batas dibalik", exchanged(LIMITS)),
    ("sebelum jadi setelah", exchanged(TIMES)),
    ("satuan diganti", exchanged(UNITS)),
    ("pelaku diganti", exchanged(ACTORS)),
    ("tidak dipindahkan", negation_moved),
    ("tidak disisipkan", negation_put_in),
    ("dua angka ditukar", ends_exchanged),
    ("huruf tetangga", sibling_named),
    ("tanda huruf ditukar", marks_exchanged),
    ("tahun peraturan lain", another_year),
    ("angka romawi lain", another_roman),
    ("rujukan lain dalam kalimat", another_reference),
    ("persen lain dengan kata", share_in_words),
    ("tanggal lain bentuk lain", another_form_of_date),
    ("tanda syarat dibalik", condition_turned),
    ("baris perhitungan hilang", condition_left_out),
    ("kepala putusan lain", verdict_of_another),
    ("angka penanya jadi hukum", told_as_law),
    ("angka hitungan jadi hukum", computed_as_law),
    ("nama jabatan ditukar", positions_exchanged),
    ("pelurusan dipelintir", correction_turned),
    ("huruf mirip", like_letter),
    ("satu huruf diganti", letter_changed),
    ("kalimat titipan", put_in),
)
