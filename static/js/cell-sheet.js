// One cell of the grid as a form: <cell-sheet> around a <dialog>. Says "cell-set" with the parts of the cell.
customElements.define("cell-sheet", class extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.addEventListener("change", this);
    this.dialog.addEventListener("close", this);
  }
  get fields() {
    return this.querySelector("form").elements;
  }
  open(cell, title, said) {
    this.querySelector("h2").textContent = title;
    for (const field of this.fields) {
      if (field.type === "checkbox") field.checked = !!said[field.name];
      else if (field.name) field.value = said[field.name];
    }
    this.dialog.returnValue = "";
    this.dialog.showModal();
    // Beside the cell, inside the window; a narrow one shows it at its lower edge.
    const { left, bottom } = cell.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.dialog;
    const within = (wanted, size, all) => `${Math.max(8, Math.min(wanted, all - size - 8))}px`;
    this.dialog.style.left = within(left, offsetWidth, innerWidth);
    this.dialog.style.top = within(bottom + 4, offsetHeight, innerHeight);
  }
  handleEvent({ type, target }) {
    if (type === "close" && this.dialog.returnValue === "set") this.set();
    // What is only welcome is no must-have.
    const other = { must: "welcome", welcome: "must" }[target.name];
    if (type === "change" && target.checked && this.fields[other]) this.fields[other].checked = false;
  }
  set() {
    const { level, welcome, must, weight } = this.fields;
    const detail = { level: level?.value ?? "", welcome: !!welcome?.checked, must: must.checked, weight: Number(weight.value) };
    this.dispatchEvent(new CustomEvent("cell-set", { bubbles: true, detail }));
  }
});
