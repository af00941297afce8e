// Suggestions under the boxes of a search. Without this file the boxes work as they are.
// The pattern is that of an editable combobox with a list box (WAI-ARIA Authoring Practices).
"use strict";

const typingPause = 80; // milliseconds

class Combobox {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.name = input.name;
    this.options = [];
    this.active = -1;
    this.known = new Map(); // answers by text, for letters taken back

    this.list = document.createElement("ul");
    this.list.id = input.id + "-list";
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.list);
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    input.after(this.list, this.status);

    input.type = "text";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(this.options.indexOf(option));
    });
  }

  typed() {
    this.forgetCode();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), typingPause);
  }

  async ask() {
    this.request?.abort();
    const text = this.input.value.trim();
    if (!text) return this.close();
    let suggestions = this.known.get(text);
    if (!suggestions) {
      this.request = new AbortController();
      const query = new URLSearchParams({
        kind: this.input.dataset.suggest, q: text, collection: this.form.dataset.collection, limit: 8 });
      try {
        const response = await fetch("/api/v1/suggest?" + query, { signal: this.request.signal });
        if (!response.ok) return this.close();
        suggestions = (await response.json()).suggestions;
      } catch {
        return; // a newer text is being asked about, or nobody answers
      }
      this.known.set(text, suggestions);
    }
    if (text === this.input.value.trim() && document.activeElement === this.input)
      this.show(suggestions);
  }

  show(suggestions) {
    this.suggestions = suggestions;
    this.options = suggestions.map((suggestion, place) => this.optionOf(suggestion, place));
    this.list.replaceChildren(...this.options);
    this.open(this.options.length > 0);
    const texts = this.form.dataset;
    this.status.textContent = suggestions.length === 0 ? texts.none
      : suggestions.length === 1 ? texts.one : texts.more.replace("#", suggestions.length);
  }

  optionOf(suggestion, place) {
    const option = document.createElement("li");
    option.id = this.list.id + "-" + place;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const part = (name, text) => {
      const span = document.createElement("span");
      span.className = name;
      span.textContent = text;
      option.append(span, " ");
    };
    part("suggestion-text", suggestion.text);
    part("suggestion-kind", this.form.dataset[suggestion.kind]);
    part("count", suggestion.count.toLocaleString(document.documentElement.lang));
    return option;
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
    this.activate(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
    this.status.textContent = "";
  }

  activate(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  pressed(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) return this.ask();
      const places = this.options.length + 1; // the text itself is one of them
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.activate((this.active + 1 + step + places) % places - 1);
    } else if (event.key === "Enter" && shown && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      this.close();
    }
  }

  // A code goes into a field of its own, in the place of those of its kind; the name in the box is
  // then only for reading, until it is changed.
  choose(place) {
    const { text, words, field, code } = this.suggestions[place];
    this.forgetCode();
    this.input.value = words ?? text;
    // Within a distance the name itself is sent: it is what the distance is measured from.
    if (code && !(this.name === "dove" && Number(this.form.elements.km?.value) > 0)) {
      this.replaced = [...this.form.querySelectorAll(`input[type=hidden][name="${field}"]`)];
      for (const other of this.replaced) other.disabled = true;
      this.code = document.createElement("input");
      Object.assign(this.code, { type: "hidden", name: field, value: code });
      this.form.append(this.code);
      this.input.removeAttribute("name");
    }
    this.close();
  }

  forgetCode() {
    if (!this.code) return;
    for (const other of this.replaced) other.disabled = false;
    this.code.remove();
    this.code = null;
    this.input.name = this.name;
  }
}

for (const input of document.querySelectorAll("[data-suggest]")) new Combobox(input);
