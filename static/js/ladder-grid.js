// A table that is edited like a spreadsheet: <ladder-grid data-levels="[[1, "Learning", 1], …]" data-words="{…}">.
// With scripts the cells take the keys, and their fields (see grid-cells.js) are hidden. Whatever is typed goes through
// `put`, which tells <cell-saver>. The keys are listed in templates/drafts/_grid_keys.html.
const PAUSE = 700; // milliseconds that a second digit or letter has time
const HEAVIEST = 3;
const NOTHING = { level: "", welcome: false, must: false, weight: 1 };
const END = 10_000; // further than any row or column
const EVENTS = ["keydown", "focusin", "pointerdown", "pointerover", "dblclick", "click", "change", "cell-set"];
const CLIPBOARD = ["copy", "cut", "paste"];

customElements.define("ladder-grid", class extends HTMLElement {
  past = []; // what can be undone: { back, again }
  future = [];
  typed = ""; // what was typed of a level that is not clear yet

  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.cells = new GridCells(JSON.parse(this.dataset.levels), this.words);
    this.region = this.querySelector(".grid-scroll");
    this.form = this.querySelector("form[method=post]");
    for (const name of EVENTS) this.addEventListener(name, this);
    for (const name of CLIPBOARD) document.addEventListener(name, this);
    this.take(this.querySelector("table"));
  }
  disconnectedCallback() {
    for (const name of CLIPBOARD) document.removeEventListener(name, this);
  }
  // Makes a table an ARIA grid with one tab stop.
  take(table) {
    this.table = table;
    table.role = "grid";
    table.ariaMultiSelectable = "true";
    for (const inner of table.querySelectorAll("a, button")) inner.tabIndex = -1;
    for (const row of this.rows) for (const cell of row.cells) cell.tabIndex = -1;
    this.at = this.from = this.rows[1].cells[1];
    this.at.tabIndex = 0;
    const head = this.rows[1].cells[0];
    this.region.style.scrollPadding = `${table.tHead.offsetHeight}px 0 0 ${head.offsetWidth}px`;
  }
  // Another table in the place of this one. The focus stays where it was, or goes to the head of a piece.
  replace(table, focused) {
    const [row, column] = [this.row, this.at.cellIndex];
    const within = this.table.contains(document.activeElement);
    const { scrollTop, scrollLeft } = this.region;
    this.table.replaceWith(table);
    this.take(table);
    this.region.scrollTo(scrollLeft, scrollTop);
    const there = this.rows[Math.min(row, this.rows.length - 1)].cells[column] ?? this.at;
    if (within || focused) this.go((focused && table.querySelector(`[data-pid="${focused}"]`)) || there);
  }

  handleEvent(event) {
    if (CLIPBOARD.includes(event.type)) return this.clip(event);
    if (event.type === "cell-set") return this.edit(() => event.detail);
    const { id, selectedIndex, dataset } = event.target;
    if (event.type === "change" && id === "only-stage") return this.only(selectedIndex + 1);
    const cell = event.target.closest("td, th");
    if (event.type === "click" && dataset.act) return this[dataset.act](this.at);
    if (!cell || !this.rows.includes(cell.parentElement)) return;
    if (event.type === "keydown") return this.key(event, cell);
    if (event.type === "focusin" && event.target === cell && cell !== this.at) return this.go(cell);
    if (cell.tagName === "TD" && !event.target.closest("button")) this.pointer(event, cell);
  }
  pointer(event, cell) {
    if (event.type === "pointerdown") this.drawing = event.pointerType === "mouse";
    if (event.type === "pointerdown" && event.shiftKey) event.preventDefault(), this.go(cell, true);
    if (event.type === "pointerover") cell.title ||= this.cells.describe(cell);
    if (event.type === "pointerover" && this.drawing && event.buttons === 1 && cell !== this.at) this.go(cell, true);
    if (event.type === "dblclick" || (event.type === "click" && event.pointerType === "touch")) this.open(cell);
  }

  // `at` has the focus; the selection reaches from there to `from`.
  go(cell, extend = false) {
    this.at.tabIndex = -1;
    this.at = cell;
    if (!extend) this.from = cell;
    this.leaving = false;
    cell.tabIndex = 0;
    if (cell.tagName === "TD") cell.title = this.cells.describe(cell);
    if (!cell.checkVisibility()) this.only(cell.cellIndex);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    for (const one of this.table.querySelectorAll("[aria-selected]")) one.ariaSelected = null;
    const chosen = this.chosen().flat();
    if (chosen.length > 1) for (const one of chosen) one.ariaSelected = "true";
  }
  get rows() {
    return [...this.table.querySelectorAll("tr:not(.lines, .group)")];
  }
  get row() {
    return this.rows.indexOf(this.at.parentElement);
  }
  to(row, column, extend) {
    const first = extend ? 1 : 0; // a selection has no heads in it
    const within = (place, count) => Math.max(first, Math.min(place, count - 1));
    const { cells } = this.rows[within(row, this.rows.length)];
    this.go(cells[within(column, cells.length)], extend);
  }
  // The chosen cells, row by row.
  chosen() {
    const [top, bottom] = [this.row, this.rows.indexOf(this.from.parentElement)].sort((a, b) => a - b);
    const [left, right] = [this.at.cellIndex, this.from.cellIndex].sort((a, b) => a - b);
    if (!top || !left) return [];
    return this.rows.slice(top, bottom + 1).map((row) => [...row.cells].slice(left, right + 1));
  }
  // A narrow screen shows one stage: this column.
  only(column) {
    for (const one of this.table.querySelectorAll(".one")) one.classList.remove("one");
    for (const row of this.rows) row.cells[column]?.classList.add("one");
    this.querySelector("#only-stage").selectedIndex = column - 1;
  }

  key(event, cell) {
    if (cell !== event.target) return event.key === "Escape" && this.go(cell);
    const typed = event.getModifierState("AltGraph"); // which some keyboards need for brackets
    if ((event.altKey && !typed) || event.isComposing) return;
    const control = (event.ctrlKey || event.metaKey) && !typed;
    const done = control ? this.command(event) : this.walk(event) || this.write(event);
    if (done) event.preventDefault();
  }
  command({ key, shiftKey }) {
    const [row, column] = [this.row, this.at.cellIndex];
    const far = {
      Home: [1, 1], End: [END, END],
      ArrowUp: [1, column], ArrowDown: [END, column], ArrowLeft: [row, 1], ArrowRight: [row, END],
    }[key];
    const letter = key.toLowerCase();
    if (far) this.to(...far, shiftKey);
    else if (letter === "y" || (letter === "z" && shiftKey)) this.redo();
    else if (letter === "z") this.undo();
    else return false;
    return true;
  }
  walk({ key, shiftKey }) {
    const [row, column] = [this.row, this.at.cellIndex];
    const screen = Math.max(1, Math.floor(this.region.clientHeight / this.at.offsetHeight) - 2);
    const near = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageUp: [row - screen, column], PageDown: [row + screen, column], Home: [row, 1], End: [row, END],
    }[key];
    if (near) this.to(...near, shiftKey);
    else if (key === "Tab") return !this.leaving && this.step(shiftKey ? -1 : 1);
    else if (key === "Escape") this.go(this.at), (this.leaving = true); // so that the next Tab leaves the grid
    else if (key === "?") this.querySelector("#grid-keys").focus();
    else return false;
    return true;
  }
  // Tab goes on in the order of the rows, and at both ends out of the grid.
  step(way) {
    const wide = this.rows[0].cells.length - 1;
    const next = (this.row - 1) * wide + this.at.cellIndex - 1 + way;
    if (!this.row || !this.at.cellIndex || next < 0 || next >= (this.rows.length - 1) * wide) return false;
    this.to(1 + Math.floor(next / wide), 1 + (next % wide));
    return true;
  }
  write({ key, shiftKey }) {
    const cell = this.at;
    if (cell.tagName === "TH") return ["Enter", " "].includes(key) && this.menu(cell);
    if (key === "Enter" && cell.querySelector("button")) cell.querySelector("button").focus();
    else if (key === "Enter") this.to(Math.max(1, this.row + (shiftKey ? -1 : 1)), cell.cellIndex);
    else if (key === "F2") this.open(cell);
    else if (key === "Delete" || key === "Backspace") this.edit(() => "");
    else if (key.length > 1) return false;
    else if (this.typed) this.type(key);
    else if (key === "w" || key === "(") this.mark((said) => ({ welcome: !said.welcome, must: false }));
    else if (key === "m" || key === "!") this.mark((said) => ({ must: !said.must, welcome: false }));
    else if (key === "+" || key === "=") this.mark((said) => ({ weight: Math.min(HEAVIEST, said.weight + 1) }));
    else if (key === "-" || key === "−") this.mark((said) => ({ weight: Math.max(1, said.weight - 1) }));
    else this.type(key);
    return true;
  }
  menu(head) {
    head.querySelector("[popovertarget]")?.click();
    head.querySelector("[popover] :is(a, button)")?.focus();
    return true;
  }
  open(cell) {
    const said = this.cells.parse(this.cells.text(cell)) ?? NOTHING;
    this.querySelector("cell-sheet").open(cell, fill(this.words.title, this.heads(cell)), said);
  }

  // A digit or a letter chooses a level at once if it can be no other, else after a moment.
  type(key) {
    clearTimeout(this.timer);
    if (!this.cells.levels.length) return;
    this.typed += key.toLowerCase();
    const starts = (words) => String(words).toLowerCase().startsWith(this.typed);
    const levels = [[0, ""], ...this.cells.levels.filter(([number]) => number)];
    const [fit, ...others] = levels.filter(([number, name]) => starts(number) || starts(name));
    const set = () => {
      this.typed = "";
      this.edit((said) => ({ ...said, level: String(fit[0]) }));
    };
    if (fit && !others.length) return set();
    this.say(fit ? this.typed : fill(this.words.level, { level: this.typed }));
    if (fit) this.timer = setTimeout(set, PAUSE);
    else this.typed = "";
  }
  mark(change) {
    this.edit((said) => {
      if (!this.cells.levels.length || Number(said.level)) return { ...said, ...change(said) };
      this.say(this.words.first);
    });
  }
  // Changes the chosen cells. `change` takes the parts of a cell and gives others, or its text, or nothing.
  edit(change) {
    this.change(this.chosen().flat().map((cell) => {
      const before = this.cells.text(cell);
      const after = change(this.cells.parse(before) ?? NOTHING);
      return [this.cells.name(cell), before, after instanceof Object ? this.cells.print(after) : (after ?? before)];
    }));
  }
  change(changes) {
    const real = changes.filter(([, before, after]) => before !== after);
    if (!real.length) return;
    const back = real.map(([name, before, after]) => [name, after, before]);
    this.did({ back: () => this.put(back), again: () => this.put(real) });
    this.put(real);
  }
  // The one way into a cell: [name, text before, text after]. What has another text by now stays. Gives the first cell.
  put(changes) {
    for (const [name, before, after] of changes) {
      const cell = this.cell(name);
      if (!cell || this.cells.text(cell) !== before) this.say(this.words.since);
      else this.cells.set(cell, after), this.tell("cell-typed", { name, text: after });
    }
    return this.cell(changes[0][0]);
  }
  did(step) {
    this.past.push(step);
    this.future = [];
  }
  undo() {
    this.travel(this.past, this.future, "back", this.words.end);
  }
  redo() {
    this.travel(this.future, this.past, "again", this.words.again);
  }
  travel(from, to, way, none) {
    const step = from.pop();
    if (!step) return this.say(none);
    to.push(step);
    const cell = step[way]();
    if (cell && this.table.contains(document.activeElement)) this.go(cell);
  }

  // A rectangle of cells as spreadsheets have it: tabs between columns. One value fills everything that is chosen.
  clip(event) {
    const chosen = document.activeElement === this.at ? this.chosen() : [];
    if (!chosen.length) return;
    event.preventDefault();
    if (event.type === "paste") return this.paste(chosen, event.clipboardData.getData("text/plain"));
    const text = chosen.map((row) => row.map((cell) => this.cells.text(cell)).join("\t")).join("\n");
    event.clipboardData.setData("text/plain", text);
    if (event.type === "cut") this.edit(() => "");
  }
  paste(chosen, text) {
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
    const one = lines.length === 1 && lines[0].length === 1;
    const [top, left] = [this.rows.indexOf(chosen[0][0].parentElement), chosen[0][0].cellIndex];
    const at = (down, right) => this.rows[top + down]?.cells[left + right];
    const cells = one ? chosen : lines.map((line, down) => line.map((_text, right) => at(down, right)));
    this.change(cells.flatMap((row, down) => row.filter(Boolean).map((cell, right) => {
      return [this.cells.name(cell), this.cells.text(cell), this.cells.tidy(one ? lines[0][0] : lines[down][right])];
    })));
  }

  cell(name) {
    return this.form.elements[name]?.closest("td");
  }
  heads(cell) {
    const [row, column] = [cell.parentElement.cells[0], this.cells.head(cell)];
    return { skill: row.querySelector("[id]").textContent, stage: column.querySelector("[id]").textContent };
  }
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
  say(words) {
    const output = this.querySelector("output.saved");
    output.dataset.state = "";
    output.textContent = words;
  }
});
