// What the cells of the grid say, for <ladder-grid>: their text, their marks and their words.
// A cell holds its text (`3`, `(2)`, `3!*2`; see drafts/notation.py) in a field, which is all there is without scripts.
const WRITTEN = /^(\(?)(\d*)\)?(!?)(?:\*(\d))?$/;
const NAMED = /^(\(?)(.*?)\)?\s*(!?)\s*([*×]\s*\d)?$/;
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

class GridCells {
  constructor(levels, words) {
    this.levels = levels; // [number, name, tint], the lowest first; none on a ladder of texts
    this.words = words;
  }
  text(cell) {
    return cell.querySelector("input").value;
  }
  name(cell) {
    return cell.querySelector("input").name;
  }
  // The parts of a text; null if it is none, which the server will say.
  parse(text) {
    const [found, open, level, must, weight] = text.match(WRITTEN) ?? [];
    return found === undefined ? null : { level, welcome: !!open, must: !!must, weight: Number(weight ?? 1) };
  }
  print({ level, welcome, must, weight }) {
    if (this.levels.length && !Number(level)) return level;
    return `${welcome ? `(${level})` : level}${must ? "!" : ""}${weight > 1 ? `*${weight}` : ""}`;
  }
  // What was pasted: the name of a level stands for its number.
  tidy(text) {
    const [, open, level, must, weight] = text.trim().match(NAMED) ?? [, "", text, "", ""];
    const wanted = level.toLowerCase();
    const known = this.levels.find(([number, name]) => [name, `${number} ${name}`].some((one) => one.toLowerCase() === wanted));
    const number = known ? String(known[0]) : level;
    return `${open ? `(${number})` : number}${must}${(weight ?? "").replace("×", "*").replaceAll(" ", "")}`;
  }
  level(number) {
    const known = this.levels.find((level) => String(level[0]) === number);
    return known ? `${number} ${known[1]}` : number;
  }

  // "4 Leading, must-have"
  value(text) {
    const { words } = this;
    const said = this.parse(text);
    if (!said) return text;
    const level = this.level(said.level);
    const parts = [said.level === "0" ? words.none : said.welcome ? fill(words.welcome, { level }) : level];
    if (said.must) parts.push(words.must);
    if (said.weight > 1) parts.push(fill(words.times, { number: said.weight }));
    return parts.filter(Boolean).join(", ") || words.nothing;
  }
  // The same with everything that marks the cell.
  describe(cell) {
    const { was } = cell.dataset;
    const parts = [this.value(this.text(cell))];
    if (was !== undefined && was !== this.text(cell)) parts.push(fill(this.words.was, { value: this.value(was) }));
    if (cell.classList.contains("less")) parts.push(this.words.less);
    return parts.join("; ");
  }

  set(cell, text) {
    const input = cell.querySelector("input");
    const heads = [cell.parentElement.cells[0], this.head(cell)];
    // From the first change on, a cell that the base version has knows what it said there.
    if (!heads.some((head) => "new" in head.dataset)) cell.dataset.was ??= input.value;
    input.value = text;
    this.draw(cell);
    for (const one of cell.parentElement.cells) {
      if (one.tagName === "TD" && one.classList.contains("less") !== this.isLess(one)) this.draw(one);
    }
  }
  head(cell) {
    return cell.closest("table").tHead.lastElementChild.cells[cell.cellIndex];
  }
  // As drafts/grid_cells.py does.
  draw(cell) {
    const input = cell.querySelector("input");
    const worded = cell.querySelector(":scope > span:not(.note)"); // the words of a ladder of texts stay
    const said = this.parse(input.value);
    const marks = {
      changed: "worded" in cell.dataset || (cell.dataset.was ?? input.value) !== input.value,
      less: this.isLess(cell),
      welcome: said?.welcome,
      "must-cell": said?.must,
      wrong: !said,
      met: false,
    };
    for (const [name, on] of Object.entries(marks)) cell.classList.toggle(name, !!on);
    cell.classList.remove(...[0, 1, 2, 3, 4, 5].map((tint) => `t${tint}`));
    const tint = said?.level === "0" ? 0 : this.levels.find(([number]) => String(number) === said?.level)?.[2];
    if (tint !== undefined) cell.classList.add(`t${tint}`);
    const shown = said ? (said.welcome ? `(${said.level})` : said.level) : input.value;
    const parts = [shown && this.part("b", shown)];
    if (said?.must) parts.push(this.part("i", this.words.must, "vh"));
    if (said?.weight > 1) {
      parts.push(this.part("i", `×${said.weight}`), this.part("i", fill(this.words.times, { number: said.weight }), "vh"));
    }
    for (const name of ["changed", "less"]) if (marks[name]) parts.push(this.part("i", this.words[name], "vh"));
    const spaced = [worded, ...parts].filter(Boolean).flatMap((part) => (part.className ? [" ", part] : [part]));
    cell.replaceChildren(...spaced, input);
    cell.title = this.describe(cell);
  }
  part(tag, text, css = "") {
    return Object.assign(document.createElement(tag), { textContent: text, className: css });
  }
  // Whether a stage before expects more; the heads of the columns know which stages those are.
  isLess(cell) {
    const number = (one) => this.parse(this.text(one))?.level || null;
    const before = (this.head(cell).dataset.before ?? "").split(" ").filter(Boolean);
    const own = number(cell);
    return own !== null && before.some((place) => Number(number(cell.parentElement.cells[Number(place) + 1])) > Number(own));
  }
}
