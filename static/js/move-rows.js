// Alt and an arrow key move a row of a list inside <more-rows>; the numbers of the rows follow. Without this one types
// the numbers. The empty row at the end stays where it is.
customElements.define("move-rows", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this);
  }
  handleEvent(event) {
    const row = event.target.closest(".row");
    const back = event.key === "ArrowUp";
    if (!row || !event.altKey || !(back || event.key === "ArrowDown")) return;
    event.preventDefault();
    const rows = [...this.querySelectorAll(".row")].slice(0, -1);
    const other = rows[rows.indexOf(row) + (back ? -1 : 1)];
    if (!rows.includes(row) || !other) return;
    if (back) other.before(row);
    else other.after(row);
    [...this.querySelectorAll(".row")].slice(0, -1).forEach((one, place) => {
      one.querySelector("[name$='-order']").value = place + 1;
    });
    event.target.focus();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
