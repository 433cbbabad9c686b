// Orders the rows of a list that hold a number each: with buttons, with Alt and an arrow key, or by dragging the grip.
// Rows without a number keep their spot; the others share the spots that are left. Without this one types the numbers.
customElements.define("order-rows", class extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.status = Object.assign(document.createElement("p"), { className: "vh", role: "status" });
    this.append(this.status);
    for (const row of this.list.children) this.equip(row);
    for (const name of ["click", "keydown", "change", "dragstart", "dragover", "dragend"]) this.addEventListener(name, this);
  }
  equip(row) {
    const place = row.querySelector(".place");
    if (!place) return;
    const grip = Object.assign(document.createElement("span"), { className: "grip", draggable: true, textContent: "⠿" });
    grip.setAttribute("aria-hidden", "true");
    place.prepend(grip);
    place.append(this.button(row, -1), this.button(row, 1));
  }
  button(row, way) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "icon-button", value: way });
    button.textContent = way < 0 ? "↑" : "↓";
    button.setAttribute("aria-label", `${way < 0 ? this.dataset.up : this.dataset.down}: ${this.name(row)}`);
    return button;
  }
  name(row) {
    return row.querySelector("b").textContent;
  }
  input(row) {
    return row.querySelector(".order");
  }
  handleEvent(event) {
    const row = event.target.closest("li");
    if (event.type === "click" && event.target.matches(".place button")) this.step(row, Number(event.target.value));
    else if (event.type === "keydown") this.key(event, row);
    else if (event.type === "change" && event.target.matches(".order")) this.typed(row);
    else if (event.type === "dragstart" && event.target.matches(".grip")) this.take(event, row);
    else if (event.type === "dragover" && this.dragged && row) this.over(event, row);
    else if (event.type === "dragend") this.dragged = null;
  }
  key(event, row) {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!way || !event.altKey || !row || !this.input(row)) return;
    event.preventDefault();
    this.step(row, way);
    event.target.focus();
  }
  // The rows with a number, in the order of the numbers.
  numbered() {
    const rows = [...this.list.children].filter((row) => this.input(row)?.value);
    return rows.sort((one, other) => this.input(one).value - this.input(other).value);
  }
  // What was typed is the row's new place among the others; an empty number takes it out.
  typed(row) {
    const number = this.input(row).value;
    const rows = this.numbered().filter((one) => one !== row);
    if (number) rows.splice(Number(number) - 1, 0, row);
    this.put(rows);
  }
  step(row, way) {
    const rows = this.numbered();
    const at = rows.indexOf(row);
    if (at < 0) rows.push(row);
    else if (rows[at + way]) rows.splice(at + way, 0, ...rows.splice(at, 1));
    this.put(rows);
    this.status.textContent = `${this.name(row)}: ${this.input(row).value}`;
  }
  // Numbers the rows from 1 on, and lets them stand in that order.
  put(rows) {
    const active = document.activeElement;
    const spots = [...this.list.children].map((row) => (rows.includes(row) ? null : row));
    const waiting = [...rows];
    this.list.append(...spots.map((row) => row ?? waiting.shift()));
    rows.forEach((row, place) => (this.input(row).value = place + 1));
    active?.focus();
  }
  take(event, row) {
    this.dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(row, 0, 0);
  }
  over(event, row) {
    event.preventDefault();
    const rows = this.numbered().filter((one) => one !== this.dragged);
    if (row === this.dragged || !rows.includes(row)) return;
    const { top, height } = row.getBoundingClientRect();
    rows.splice(rows.indexOf(row) + (event.clientY > top + height / 2 ? 1 : 0), 0, this.dragged);
    this.put(rows);
  }
});
