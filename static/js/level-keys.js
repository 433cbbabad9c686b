// Inside level cards a key chooses the level that it names: by the radio's value, or by the mark before the name.
// The radios work without this.
customElements.define("level-keys", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this);
  }
  handleEvent(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.type !== "radio") return;
    const names = (radio) => [radio.value, radio.closest("label")?.querySelector("i")?.textContent.trim()];
    const radio = [...this.querySelectorAll('input[type="radio"]:enabled')]
      .find((one) => one.name === event.target.name && names(one).includes(event.key));
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    if (radio.checked) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
