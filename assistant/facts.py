"""The facts a person may tell: one shared vocabulary, so that a fact told once serves every calculator.

Each fact is a field of some calculator's input (a pydantic model below `Facts`) and an entry of `fact_words/*.yaml`
with the question that asks for it. A fact not told is None; a fact that cannot be raises a message naming field,
value and what is allowed.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from corpus.data import load_yaml
from corpus.errors import DataError

Jabatan = Literal["negosiator", "pengawas"]
Jenjang = Literal["ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"]
Golongan = Literal[
    "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"
]
Nilai = Literal[
    "sangat_baik", "baik", "cukup", "kurang", "sangat_kurang"
]  # last years' performance, "cukup" = butuh perbaikan
Ijazah = Literal["SMA", "D1", "D2", "D3", "D4", "S1", "S2", "S3"]
Hukuman = Literal["tidak_ada", "ringan", "sedang", "berat"]

# An exact amount that cannot be negative, infinite, NaN or absurdly long.
Amount = Annotated[Decimal, Field(ge=0, le=10**9, decimal_places=12, allow_inf_nan=False)]
Months = Annotated[int, Field(ge=0, le=1200, description="lama dalam bulan")]  # a hundred years
Count = Annotated[int, Field(ge=0, le=10**6)]


class Facts(BaseModel):
    """Base of every calculator's input: frozen, unknown names refused, nothing coerced silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _no_yes_for_a_number(cls, value: Any, info: ValidationInfo) -> Any:
        """Python takes True for 1; a yes is no number, and is refused where no yes is allowed."""
        if isinstance(value, bool) and bool not in _types(cls.model_fields[info.field_name or ""].annotation):
            raise PydanticCustomError("int_type", "a yes or no is not allowed here")
        return value

    def told(self) -> dict[str, Any]:
        """Only what was told, by field name; rows as mappings of what was told in each."""
        return {name: _told(value) for name, value in self if value is not None}


def _types(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *get_args(annotation))


def _told(value: Any) -> Any:
    if isinstance(value, Facts):
        return value.told()
    return tuple(_told(part) for part in value) if isinstance(value, tuple) else value


class FactWords(BaseModel):
    """How one fact is asked for and shown: Indonesian and English question, label, unit, and names of its choices."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    question: str
    question_en: str
    unit: str = ""
    kind: Literal["pilihan", "daftar", "bilangan", "cacah", "lama", "ya_tidak", "tanggal", "teks", "baris"]
    choices: dict[str, str] = {}


@cache
def fact_words() -> dict[str, FactWords]:
    """All facts by field name; raises DataError when two files define the same one."""
    words: dict[str, FactWords] = {}
    for path in sorted((Path(__file__).parent / "fact_words").glob("*.yaml")):
        for name, entry in (load_yaml(path) or {}).items():
            if name in words:
                raise DataError(f"{path.name}: fact {name!r} is defined twice; keep it in one file")
            words[name] = FactWords.model_validate(entry)
    return words


def question_for(field: str) -> str:
    """The Indonesian question that asks for a fact; raises DataError when the vocabulary lacks it."""
    words = fact_words().get(field)
    if words is None:
        raise DataError(f"fact_words/*.yaml: fact {field!r} is missing; add label, question, question_en and kind")
    return words.question
