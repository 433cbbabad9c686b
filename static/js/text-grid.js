// A chosen cell of the grid opens beside it, where there is room; else, and without this, on a page of its own.
//   <text-grid> links … </text-grid>   <aside><div id="sheet"></div></aside>
// The next one opens when what was typed into the last one is saved. If that cannot be saved, the link leads on as
// usual, and the browser asks first.
customElements.define("text-grid", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("saved", this);
  }
  disconnectedCallback() {
    document.removeEventListener("saved", this);
  }
  handleEvent(event) {
    if (event.type === "saved") return this.saved();
    const link = event.target.closest("li > a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    if (!window.htmx || !document.getElementById("sheet") || !matchMedia("(min-width: 68.01rem)").matches) return;
    const waits = [...(this.state?.unsaved.values() ?? [])];
    if (waits.some((form) => form.tries || !form.sent)) return;
    event.preventDefault();
    this.next = link;
    if (!waits.length) this.open();
  }
  get state() {
    return document.querySelector("#sheet save-state");
  }
  saved() {
    if (this.current) this.show();
    if (this.next && !this.state?.unsaved.size) this.open();
  }
  open() {
    this.current?.removeAttribute("aria-current");
    this.current = this.next;
    this.next = null;
    this.current.setAttribute("aria-current", "true");
    window.htmx.ajax("GET", this.current.href, { target: "#sheet", select: "#sheet", swap: "outerHTML" })
      .then(() => document.querySelector("#sheet textarea")?.focus());
  }
  show() {
    const words = document.querySelector("#sheet [name='text']")?.value.trim();
    const place = this.current.querySelector("span, small");
    if (words && place) place.textContent = words;
  }
});
