// Example questions, by regulation: one that computes, one that looks up.
export const EXAMPLES = {
  "permendag-94-2020": [
    "Saya Negosiator Ahli Muda III/c dengan angka kredit 105, sudah 2 tahun 6 bulan di pangkat terakhir. Bisakah saya naik pangkat?",
    "Umur maksimal pindah jadi negosiator ahli madya?",
  ],
  "permendag-82-2020": [
    "Saya Pengawas Perdagangan Ahli Pertama III/a, angka kredit 52, sudah 2 tahun 3 bulan di pangkat terakhir, kinerja baik dua tahun terakhir, hasil kerja minimal terpenuhi. Bisakah saya naik pangkat?",
    "Berapa target angka kredit minimal Pengawas Ahli Muda per tahun?",
  ],
  "permendag-79-2014": [
    "Apa saja jenis pola karier PNS Kementerian Perdagangan?",
    "Siapa yang dapat diangkat dalam jabatan struktural?",
  ],
  "permen-pupr-2-2023": [
    "Apa syarat tugas belajar bagi pegawai PUPR?",
    "Berapa lama ikatan dinas setelah tugas belajar?",
  ],
  "permendag-4-2026": [
    "Apa itu Trade CorpU dan siapa yang memimpinnya?",
    "Apa saja bentuk pembelajaran terintegrasi?",
  ],
};

// What people type into the search page: words, a provision by its number, a row of a table, a term.
export const HINTS = ["hukuman disiplin", "Pasal 13 ayat (1) Permendag 94/2020", "usia paling tinggi perpindahan", "angka kredit kumulatif Lampiran IV", "ikatan dinas tugas belajar", "Trade CorpU"];
