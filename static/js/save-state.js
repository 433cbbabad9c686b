// Says whether what was entered is saved, and tries again until it is. Around forms that post on every change:
//   <save-state>
//     <form method="post" novalidate hx-post hx-trigger="change" hx-swap="none">{% csrf_token %} … </form>
//     {% include "ui/_saved.html" %}
//   </save-state>
// - A form always posts all its fields, so posting it again does no harm and the last post wins.
// - Saved means that the server says so: its answer carries the header `HX-Trigger: saved`. Anything else (no
//   network, an error, the sign-in page) is not saved, and is tried again after 2, 4, 8 … 30 seconds and as soon as
//   the browser is online. Final are only answers that say "not like this" (400, 404, 409), and 422 says that
//   something is still missing: the next change sends it all again.
// - After 403 the token is taken anew from the page, so that signing in again in another tab is enough.
// - While something is unsaved, the browser asks before it leaves the page.
customElements.define("save-state", class extends HTMLElement {
  unsaved = new Map(); // form → { sent: whether its latest change is on its way, tries, timer }

  connectedCallback() {
    for (const name of ["input", "change"]) this.addEventListener(name, this, { capture: true });
    for (const name of ["htmx:beforeRequest", "saved", "htmx:afterRequest"]) this.addEventListener(name, this);
    for (const name of ["online", "beforeunload"]) window.addEventListener(name, this);
  }
  disconnectedCallback() {
    for (const name of ["online", "beforeunload"]) window.removeEventListener(name, this);
  }
  handleEvent(event) {
    if (event.type === "beforeunload") return this.unsaved.size && event.preventDefault();
    if (event.type === "online") return [...this.unsaved.keys()].forEach((form) => this.again(form));
    const form = event.target.form ?? event.target;
    const state = this.unsaved.get(form);
    if (event.type === "input" || event.type === "change") this.unsaved.set(form, { tries: 0, ...state, sent: false });
    if (event.type === "htmx:beforeRequest" && state) {
      state.sent = true;
      if (!state.tries) this.say("saving");
    }
    if (event.type === "saved" && state?.sent) {
      clearTimeout(state.timer);
      this.unsaved.delete(form);
      for (const finding of form.querySelectorAll("#findings > .message")) finding.remove(); // it is mended
      const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      if (!this.unsaved.size) this.say("saved", ` ${now}`);
    } else if (event.type === "htmx:afterRequest" && state?.sent) this.failed(form, state, event.detail.xhr.status);
  }
  failed(form, state, status) {
    if (status === 422) return this.say("incomplete");
    if ([400, 404, 409].includes(status)) return this.say("refused");
    this.say(status === 200 || status === 403 ? "signedOut" : "failed");
    clearTimeout(state.timer);
    state.timer = setTimeout(() => this.again(form, status), Math.min(30, 2 ** ++state.tries) * 1000);
  }
  async again(form, status) {
    if (status === 403) {
      const page = await fetch(location.href).then((answer) => answer.text(), () => "");
      const token = page.match(/name="csrfmiddlewaretoken" value="(\w+)"/)?.[1];
      if (token) form.elements.csrfmiddlewaretoken.value = token;
    }
    window.htmx.trigger(form, "change");
  }
  say(what, more = "") {
    const output = this.querySelector("output.saved");
    output.dataset.state = what;
    output.textContent = output.dataset[what] + more;
  }
});
