// An answer as it comes: first what is being done, then its lines one after the other.
import { answerBody } from "./answer.js";
import { language } from "./i18n.js";

const LINES = 2; // drawn anew in each frame
const LONGEST = 700; // ms that the drawing of an answer may lag behind its coming

export class Writing {
  constructor(place) {
    this.place = place;
    this.text = "";
    this.drawn = 0;
    this.started = 0;
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /** Say what is being done, as long as there is nothing to read. */
  stage(words) {
    if (!this.text) this.place.querySelector(".stage-word")?.lastChild.replaceWith(words);
  }

  /** More of the answer has come. */
  add(text) {
    this.text += text;
    this.started ||= performance.now();
    this.due ??= this.next();
  }

  /** Once all that has come is drawn, or it took too long: a tab in the background paints nothing. */
  async done() {
    const tired = new Promise((done) => setTimeout(done, LONGEST));
    while (this.due && !this.late()) await Promise.race([this.due, tired]);
  }

  late() {
    return this.still || performance.now() - this.started > LONGEST;
  }

  next() {
    return new Promise((done) => requestAnimationFrame(() => {
      this.due = null;
      this.draw();
      if (this.drawn < this.text.length) this.due = this.next();
      done();
    }));
  }

  draw() {
    let to = this.drawn;
    for (let line = 0; line < LINES && to >= 0; line++) to = this.text.indexOf("\n", to + 1);
    this.drawn = to < 0 || this.late() ? this.text.length : to;
    if (this.place.isConnected) this.place.replaceChildren(answerBody({ answer: this.text.slice(0, this.drawn), language: language() }));
  }
}
