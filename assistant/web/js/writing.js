// An answer as it comes: first what is being done, then its lines one after the other.
import { answerBody } from "./answer.js";
import { language } from "./i18n.js";

const LINES = 2; // more in each frame
const FRAMES = 40; // after these all is drawn at once
const LONGEST = 900; // ms to wait for frames: a tab in the background paints none

export class Writing {
  constructor(place) {
    this.place = place;
    this.text = "";
    this.drawn = 0;
    this.frames = 0;
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /** Say what is being done, as long as there is nothing to read. */
  stage(words) {
    if (!this.text) this.place.querySelector(".stage-word")?.lastChild.replaceWith(words);
  }

  /** More of the answer has come. */
  add(text) {
    this.text += text;
    this.due ??= this.next();
  }

  /** Once all that has come is drawn, or it took too long. */
  async done() {
    let tired = this.still;
    const rest = new Promise((done) => setTimeout(done, LONGEST)).then(() => (tired = true));
    while (this.due && !tired) await Promise.race([this.due, rest]);
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
    this.drawn = to < 0 || this.still || ++this.frames > FRAMES ? this.text.length : to;
    if (this.place.isConnected) this.place.replaceChildren(answerBody({ answer: this.text.slice(0, this.drawn), language: language() }));
  }
}
