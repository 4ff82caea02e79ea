// What this is, what it is not, and where things are kept.
import { el } from "./dom.js";
import { once } from "./api.js";
import { t } from "./i18n.js";

const ID = [
  ["Yang dilakukan", ["Menjawab pertanyaan dari lima peraturan kepegawaian dengan mengutip ketentuannya kata demi kata, sampai ayat, huruf, dan baris tabel.", "Memeriksa syarat dan menghitung angka kredit, target, nilai, dan kebutuhan jabatan. Setiap langkah menyebut pasalnya.", "Sebelum dikirim, setiap jawaban diperiksa: pasalnya ada, kutipannya sama persis, dan setiap angka punya asal. Yang tidak lolos tidak dikirim."]],
  ["Yang bukan", ["Bukan keputusan pejabat, bukan nasihat hukum, dan tidak mengetahui peraturan di luar kelima naskah ini.", "Catatan keberlakuan menyebut apa yang diketahui tentang perubahan peraturan, lengkap dengan sumber dan tingkat kepastiannya. Periksa kembali sebelum dipakai untuk keputusan."]],
  ["Data Anda", ["Pertanyaan diproses di mesin yang menjalankan layanan ini, kecuali pengelolanya memasang model bahasa di luar; bila begitu, halaman Tanya menyebutkannya. Halaman ini tidak memuat apa pun dari tempat lain.", "Percakapan dan penilaian tersimpan di mesin itu, hanya dapat dibuka dari peramban ini, dan dapat dihapus kapan saja di halaman Riwayat."]],
  ["Naskah", ["Sebagian naskah sumber rusak karena pindaian. Perbaikannya ditandai dalam pembaca, dan baris sumber aslinya selalu dapat dilihat.", "Kekeliruan pembentuk peraturan dibiarkan seperti aslinya dan diberi catatan."]],
];
const EN = [
  ["What it does", ["Answers questions from five civil-service regulations, quoting the provisions word for word, down to ayat, huruf and table rows.", "Checks conditions and computes credits, targets, scores and staffing needs. Every step names its article.", "Before an answer is sent it is verified: the article exists, the quote is exact, and every number has an owner. What fails is not sent."]],
  ["What it is not", ["Not an official decision, not legal advice, and it knows no regulation beyond these five texts.", "Notes on validity say what is known about later changes, with source and certainty. Check again before deciding on it."]],
  ["Your data", ["Questions are handled on the machine that runs this service, unless its keeper has set up a language model elsewhere; the Ask page then says so. The page loads nothing from elsewhere.", "Conversations and ratings are kept there, open only from this browser, and can be deleted at any time under History."]],
  ["The texts", ["Some source texts were damaged by scanning. Repairs are marked in the reader, and the original lines can always be seen.", "The legislator's own mistakes are left as they are, with a note."]],
];

/** Draw the page. */
export async function show(main) {
  document.title = `${t("about_title")} · Tanya Pasal`;
  const sections = (document.documentElement.lang === "en" ? EN : ID).map(([head, lines]) => [el("h2", {}, head), el("ul", {}, lines.map((line) => el("li", {}, line)))]);
  const regulations = await once("/api/regulations");
  main.append(el("div", { class: "page narrow prose" }, el("h1", {}, t("about_title")), sections,
    el("h2", {}, t("regulations_title")), el("ul", { lang: "id" }, regulations.map((known) => el("li", {}, el("a", { href: known.url }, known.short), `: ${known.title}`))),
    el("h2", {}, "API"), el("p", {}, el("a", { href: "/docs" }, "/docs"), " · ", el("a", { href: "/openapi.json" }, "/openapi.json"))));
}
