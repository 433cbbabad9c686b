// Moves the rows and columns of the grid: with Alt and the arrow keys on a head, from the menu of its handle, or by
// dragging the handle. The table follows at once; <cell-saver> posts {after, group} and takes the table anew afterwards.
// Spots are absolute, so that posting one twice does no harm.
const FAR = 5; // pixels; less is a click
const EDGE = 40;
const WAYS = { ArrowUp: ["row", -1], ArrowDown: ["row", 1], ArrowLeft: ["col", -1], ArrowRight: ["col", 1] };

customElements.define("piece-order", class extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("ladder-grid");
    for (const name of ["keydown", "click", "pointerdown", "pointermove", "pointerup", "pointercancel"]) {
      this.addEventListener(name, this, { capture: name === "click" });
    }
  }
  handleEvent(event) {
    const head = event.target.closest("th[data-pid]");
    if (event.type === "keydown") this.key(event, head);
    else if (event.type === "click") this.click(event, head);
    else if (event.type === "pointerdown") this.take(event, head);
    else if (this.drag && event.type === "pointermove") this.over(event);
    else if (this.drag) this.drop(event.type === "pointerup");
  }
  key(event, head) {
    if (event.key === "Escape" && this.drag) return this.drop(false);
    const [scope, way] = WAYS[event.key] ?? [];
    if (!event.altKey || event.target !== head || head?.scope !== scope) return;
    event.preventDefault();
    this.step(head, way);
  }
  click(event, head) {
    if (this.dragged) event.preventDefault(), (this.dragged = false); // the end of a drag is no click on the menu
    const button = event.target.closest("button[form=order]");
    if (!button) return;
    event.preventDefault();
    button.closest("[popover]").hidePopover();
    this.step(head, button.value === "up" ? -1 : 1);
  }
  step(head, way) {
    const spot = this.beside(head, way);
    if (spot) this.move(head.dataset.pid, spot);
  }

  // The heads along one axis that can be moved, in their order.
  heads(scope) {
    return [...this.grid.table.querySelectorAll(`th[scope=${scope}][data-pid]`)];
  }
  head(pid) {
    return this.grid.table.querySelector(`th[data-pid="${pid}"]`);
  }
  group(head) {
    return head.dataset.group ?? head.closest("tbody").dataset.group;
  }
  first(head) {
    return { after: "", group: this.group(head) };
  }
  behind(head) {
    return { after: head.dataset.pid, group: this.group(head) };
  }
  // Where a head stands now.
  spot(head) {
    const heads = this.heads(head.scope);
    const before = heads[heads.indexOf(head) - 1];
    return before && this.group(before) === this.group(head) ? this.behind(before) : this.first(head);
  }
  // One place further, over the edge of a group into the next one; nothing at the end.
  beside(head, way) {
    const heads = this.heads(head.scope);
    const next = heads[heads.indexOf(head) + way];
    if (!next) return null;
    const same = this.group(next) === this.group(head);
    if (way > 0) return same ? this.behind(next) : this.first(next);
    return same ? this.spot(next) : this.behind(next);
  }

  move(pid, spot) {
    const old = this.spot(this.head(pid));
    if (old.after === spot.after && old.group === spot.group) return;
    this.grid.did({ back: () => this.put(pid, old), again: () => this.put(pid, spot) });
    this.put(pid, spot);
  }
  put(pid, spot) {
    const head = this.head(pid);
    if (head.scope === "row") this.putRow(head, spot);
    else this.putColumn(head, spot);
    this.grid.go(head);
    const said = fill(this.grid.words.moved, { title: head.querySelector("[id]").textContent });
    this.grid.tell("piece-moved", { url: head.querySelector("[formaction]").formAction, fields: spot, pid, said });
  }
  putRow(head, { after, group }) {
    const body = [...this.grid.table.tBodies].find((one) => one.dataset.group === group);
    const before = after ? this.head(after).parentElement : body.querySelector(".group");
    if (before) before.after(head.parentElement);
    else body.prepend(head.parentElement);
  }
  putColumn(head, { after, group }) {
    const other = after ? this.head(after) : this.heads("col").find((one) => this.group(one) === group && one !== head);
    const [from, to] = [head.cellIndex, other?.cellIndex];
    head.dataset.group = group;
    if (!other) return;
    for (const { cells } of this.grid.rows) after ? cells[to].after(cells[from]) : cells[to].before(cells[from]);
  }

  take(event, head) {
    if (!event.target.closest(".order") || event.button) return;
    this.drag = { head, x: event.clientX, y: event.clientY, button: event.target.closest("button") };
  }
  over({ clientX, clientY, pointerId }) {
    const { drag } = this;
    if (!drag.on && Math.hypot(clientX - drag.x, clientY - drag.y) < FAR) return;
    if (!drag.on) drag.button.setPointerCapture(pointerId);
    drag.on = true;
    this.scroll(clientX, clientY);
    const rows = drag.head.scope === "row";
    const [at, start, end] = rows ? [clientY, "top", "bottom"] : [clientX, "left", "right"];
    const edges = this.heads(drag.head.scope).map((head) => ({ head, box: head.getBoundingClientRect() }));
    const before = edges.findLast(({ box }) => (box[start] + box[end]) / 2 < at);
    const next = edges[edges.indexOf(before) + 1];
    // Between two groups it is the nearer one.
    const other = before && next && this.group(before.head) !== this.group(next.head);
    const first = !before || (other && next.box[start] - at < at - before.box[end]);
    drag.spot = first ? this.first(next.head) : this.behind(before.head);
    this.line((first ? next : before).head, first ? "drop-before" : "drop-after");
  }
  scroll(x, y) {
    const box = this.grid.region.getBoundingClientRect();
    const push = (at, low, high) => (at < low + EDGE ? -EDGE / 2 : at > high - EDGE ? EDGE / 2 : 0);
    this.grid.region.scrollBy(push(x, box.left, box.right), push(y, box.top, box.bottom));
  }
  line(head, css) {
    for (const one of this.querySelectorAll(".drop-before, .drop-after")) one.classList.remove("drop-before", "drop-after");
    if (css) head.classList.add(css);
  }
  drop(done) {
    const { on, spot, head } = this.drag;
    this.drag = null;
    this.line();
    this.dragged = !!on;
    if (done && spot && spot.after !== head.dataset.pid) this.move(head.dataset.pid, spot);
  }
});
