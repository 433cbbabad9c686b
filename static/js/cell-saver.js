// Saves what is edited in the grid of a draft, each cell on its own, and hears what others have changed:
//   <cell-saver data-save="…" data-since="…" data-seen="12" data-writer="…"> <ladder-grid> … </ladder-grid> </cell-saver>
// - A cell waits in `waiting` until the server has said that it is written (204); nothing else counts as saved. No
//   network, an error and the sign-in page are tried again after 2, 4, 8 … 30 seconds and as soon as the browser is
//   online. Sending twice does no harm: the server knows this page by `writer`.
// - 409 and 422 say which cells met somebody else's change or make no sense; the others are saved. The former are
//   `held` back until somebody has chosen, the latter until they are typed anew.
// - `seen` is the revision up to which the page shows what others did. It goes up when that has been shown, and with what
//   is saved here if nobody else did anything in between.
// - Moves of rows and columns wait in `moves`. Afterwards the table is taken anew from the server.
customElements.define("cell-saver", class extends HTMLElement {
  waiting = new Map(); // name of a cell → its text
  sent = new Map();
  held = new Set();
  moves = []; // { url, fields, pid, said }
  tries = 0;

  connectedCallback() {
    this.grid = this.querySelector("ladder-grid");
    this.seen = Number(this.dataset.seen);
    for (const name of ["cell-typed", "piece-moved", "click"]) this.addEventListener(name, this);
    for (const name of ["online", "focus", "beforeunload"]) window.addEventListener(name, this);
    this.clock = setInterval(() => document.visibilityState === "visible" && this.listen(), 20_000);
  }
  disconnectedCallback() {
    clearInterval(this.clock);
    for (const name of ["online", "focus", "beforeunload"]) window.removeEventListener(name, this);
  }
  handleEvent(event) {
    if (event.type === "beforeunload") return this.unsaved && event.preventDefault();
    if (event.type === "focus") return this.listen();
    if (event.type === "click") return event.target.dataset.choose && this.choose(event.target);
    if (event.type === "piece-moved") this.moves.push(event.detail);
    if (event.type === "cell-typed") {
      this.held.delete(event.detail.name);
      this.waiting.set(event.detail.name, event.detail.text);
    }
    queueMicrotask(() => this.send()); // cells that change together go together
  }
  get unsaved() {
    return this.waiting.size + this.sent.size + this.held.size + this.moves.length > 0;
  }
  get token() {
    return this.querySelector("[name=csrfmiddlewaretoken]");
  }

  // One request at a time, so that the server hears the edits in their order.
  async send() {
    if (this.busy || !(this.waiting.size || this.moves.length)) return;
    this.busy = true;
    clearTimeout(this.timer);
    if (!this.tries) this.say("saving");
    const move = this.moves[0];
    if (!move) [this.sent, this.waiting] = [this.waiting, new Map()];
    const page = { csrfmiddlewaretoken: this.token.value, seen: this.seen, writer: this.dataset.writer };
    const body = new URLSearchParams([...Object.entries(page), ...(move ? Object.entries(move.fields) : this.sent)]);
    const answer = await this.ask(move?.url ?? this.dataset.save, { method: "POST", body });
    const told = [409, 422].includes(answer?.status) ? await answer.json().catch(() => null) : null;
    this.busy = false;
    if (answer?.status === 204) this.kept(answer.headers);
    if (answer?.status === 204 || told) this.done(move, told);
    else this.failed(answer);
  }
  ask(url, options) {
    return fetch(url, { headers: { Accept: "application/json" }, ...options }).catch(() => null);
  }
  kept(headers) {
    const revision = Number(headers.get("X-Revision"));
    if (revision === this.seen + Number(headers.get("X-Written"))) this.seen = revision;
  }
  async done(move, told) {
    this.tries = 0;
    const written = [...this.sent].filter(([name]) => !told?.met.includes(name) && !(name in (told?.wrong ?? {})));
    this.sent = new Map();
    if (move) this.moves.shift();
    if (move && !this.moves.length) await this.renew(move.pid);
    const sentence = move ? move.said : this.sentence(written);
    const trouble = told ? this.hear(told) : "";
    if (this.waiting.size || this.moves.length) return this.send();
    const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    if (written.length || move) this.say("saved", ` ${now}`, sentence, trouble);
    else this.say("", "", trouble);
  }
  failed(answer) {
    // What was typed since then is newer than what was sent.
    [this.waiting, this.sent] = [new Map([...this.sent, ...this.waiting]), new Map()];
    const status = answer?.redirected ? 200 : answer?.status;
    if ([400, 404, 409].includes(status)) return this.say("refused");
    this.say(status === 200 || status === 403 ? "signedOut" : "failed");
    this.timer = setTimeout(() => this.again(status), Math.min(30, 2 ** ++this.tries) * 1000);
  }
  async again(status) {
    if (status === 403) {
      const page = await this.ask(location.href, {}).then((found) => found?.text() ?? "");
      const token = page.match(/name="csrfmiddlewaretoken" value="(\w+)"/)?.[1];
      if (token) this.token.value = token;
    }
    this.send();
  }

  async listen() {
    if (this.busy || this.listening) return;
    this.listening = true;
    const query = new URLSearchParams({ seen: this.seen, writer: this.dataset.writer });
    const answer = await this.ask(`${this.dataset.since}?${query}`);
    this.listening = false;
    // While something is on its way, the answer may be older than that; then the next one says it.
    if (answer?.status !== 200 || answer.redirected || this.busy) return;
    const said = this.hear(await answer.json());
    if (said) this.say("", "", said);
  }
  // Shows what others have changed, and gives the words about it. What is not saved here meets it.
  hear({ revision, cells, anew, met = [], wrong = {} }) {
    const mine = new Set([...this.waiting.keys(), ...this.held, ...met, ...Object.keys(wrong)]);
    const said = Object.entries(cells).map(([name, [text, who]]) => this.show(name, text, who, mine.has(name)));
    for (const [name, words] of Object.entries(wrong)) said.push(this.note(name, words, words));
    this.seen = Math.max(this.seen, revision);
    if (anew) this.renew();
    return said.filter(Boolean).join(" ");
  }
  show(name, text, who, mine) {
    const { cells, words } = this.grid;
    const cell = this.grid.cell(name);
    if (!cell || cells.text(cell) === text) return "";
    who ||= words.somebody;
    if (mine) {
      const both = { who, theirs: text || words.nothing, mine: cells.text(cell) || words.nothing };
      cell.dataset.theirs = text;
      return this.note(name, fill(words.met, both), fill(words.choose, { who }), ["keep", "take"]);
    }
    cells.set(cell, text);
    cell.classList.add("fresh");
    setTimeout(() => cell.classList.remove("fresh"), 6000);
    return fill(words.news, { who, cell: this.sentence([[name]]) });
  }
  // Words at a cell, which waits for somebody to do something about it; gives the sentence that says them aloud.
  note(name, shown, aloud, choices = []) {
    const { cells, words } = this.grid;
    const cell = this.grid.cell(name);
    if (!cell) return aloud;
    this.held.add(name);
    this.waiting.delete(name);
    cells.draw(cell);
    cell.classList.add(choices.length ? "met" : "wrong");
    const buttons = choices.map((choice) => Object.assign(cells.part("button", words[choice]), { type: "button" }));
    buttons.forEach((button, place) => (button.dataset.choose = choices[place]));
    const note = cells.part("span", "", "note");
    note.append(cells.part("small", shown), ...buttons);
    cell.append(note);
    return fill(words.at, { ...this.grid.heads(cell), words: aloud });
  }
  choose(button) {
    const { cells } = this.grid;
    const cell = button.closest("td");
    const [name, mine, theirs] = [cells.name(cell), cells.text(cell), cell.dataset.theirs];
    this.held.delete(name);
    if (button.dataset.choose === "keep") {
      cells.draw(cell);
      this.grid.tell("cell-typed", { name, text: mine });
    } else {
      cells.set(cell, theirs);
      this.grid.say(this.sentence([[name]]));
    }
    this.grid.go(cell);
  }
  // What is said of cells that were written.
  sentence(written) {
    const { cells, words } = this.grid;
    const cell = written.length === 1 && this.grid.cell(written[0][0]);
    if (!cell) return written.length > 1 ? fill(words.cells, { number: written.length }) : "";
    return fill(words.cell, { ...this.grid.heads(cell), value: cells.value(cells.text(cell)) });
  }
  // The table as the server has it now, unless something here is not saved yet.
  async renew(focused) {
    if (this.unsaved || this.busy) return;
    const page = await this.ask(location.href, {}).then((found) => (found?.ok ? found.text() : ""));
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("cell-saver");
    if (!fresh?.querySelector("table") || this.unsaved) return;
    this.seen = Number(fresh.dataset.seen);
    this.grid.replace(fresh.querySelector("table"), focused);
  }

  say(what, more = "", before = "", after = "") {
    const output = this.querySelector("output.saved");
    output.dataset.state = after ? "refused" : what;
    output.textContent = [before, (output.dataset[what] ?? "") + more, after].filter(Boolean).join(" ");
  }
});
