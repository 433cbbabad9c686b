// Keeps an empty row at the end of a list of rows, so that one can go on without saving in between.
// The last <fieldset class="row"> is the empty one; the number in its names counts up.
customElements.define("more-rows", class extends HTMLElement {
  connectedCallback() {
    this.empty = this.lastElementChild.cloneNode(true);
    this.addEventListener("input", this);
  }
  handleEvent(event) {
    const last = this.lastElementChild;
    if (!last.contains(event.target)) return;
    const number = Number(last.querySelector("legend").textContent);
    const next = this.empty.cloneNode(true);
    for (const part of next.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "aria-describedby", "aria-labelledby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(/-\d+-/, `-${number}-`));
      }
    }
    next.querySelector("legend").textContent = number + 1;
    last.after(next);
  }
});
