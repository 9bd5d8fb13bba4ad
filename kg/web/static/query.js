// The editor on /query: it asks this server's endpoint and nobody else's, and shows results as text, never as markup.
"use strict";
const STEP = 100;

// A table of results in place of Yasgui's own, which hands values to the browser as markup.
class Rows {
  constructor(yasr) {
    this.yasr = yasr;
    this.label = "Table";
    this.priority = 10;
    this.told = document.getElementById("asked").dataset;
  }
  canHandleResults() {
    const names = this.yasr.results && this.yasr.results.getVariables();
    return Boolean(names && names.length);
  }
  draw() {
    const names = this.yasr.results.getVariables();
    const rows = this.yasr.results.getBindings() || [];
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of names) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = table.createTBody();
    const more = document.createElement("button");
    more.type = "button";
    more.className = "plain";
    more.addEventListener("click", () => this.extend(body, rows, names, more));
    const frame = document.createElement("div");
    frame.className = "result-rows";
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", this.told.results);
    frame.append(table);
    this.yasr.resultsEl.append(frame, more);
    this.extend(body, rows, names, more);
  }
  extend(body, rows, names, more) {
    for (const row of rows.slice(body.rows.length, body.rows.length + STEP)) {
      const line = body.insertRow();
      for (const name of names) this.fill(line.insertCell(), row[name]);
    }
    more.hidden = body.rows.length >= rows.length;
    more.textContent = `${this.told.more} (${body.rows.length} / ${rows.length})`;
  }
  // What is of this store leads to its page, an address of the web there; all else is text.
  fill(cell, term) {
    if (!term) return;
    const address = term.type === "uri" ? this.address(term.value) : null;
    const text = document.createElement(address ? "a" : "span");
    text.dir = "auto";
    text.textContent = term.type === "uri" ? shortened(term.value) : term.value;
    if (address) Object.assign(text, { href: address, rel: "noopener noreferrer", target: "_blank" });
    cell.append(text);
  }
  address(iri) {
    const [, kind, key] = iri.startsWith(this.told.base) ? /^(\w+)[:/](.+)$/.exec(iri.slice(this.told.base.length)) || [] : [];
    if (PAGES.has(kind)) return `/${kind}/${encodeURIComponent(key)}`;
    return /^https?:\/\/[^\s<>"]+$/i.test(iri) ? iri : null;
  }
  download(name) {
    return { getData: () => this.yasr.results.asCsv(), contentType: "text/csv", title: "Download result", filename: `${name || "results"}.csv` };
  }
  getIcon() {
    const icon = document.createElement("span");
    icon.textContent = "▦";
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }
}

const asked = document.getElementById("asked");
const prefixes = new Map(Object.entries(JSON.parse(asked.dataset.prefixes)));
const PAGES = new Set(["person", "organisation", "place", "policy", "event", "document", "article", "claim", "figure"]);
const BEGINNING = "SELECT ?speaker ?words ?claim WHERE {\n  ?claim kg:speaker/skos:prefLabel ?speaker ; schema:text ?words .\n} LIMIT 20";
function shortened(iri) {
  for (const [name, start] of prefixes) if (iri.startsWith(start)) return `${name}:${iri.slice(start.length)}`;
  return iri;
}
function withPrefixes(query) {
  if (/^\s*PREFIX\s/im.test(query)) return query;
  const used = [...prefixes].filter(([name]) => new RegExp(`(^|[^\\w-])${name}:`).test(query));
  return used.map(([name, start]) => `PREFIX ${name}: <${start}>\n`).join("") + query;
}

// Prefixes and property names would be looked up at prefix.cc and LOV; these completions stay off.
Yasgui.Yasqe.defaults.autocompleters = [];
Yasgui.Yasqe.defaults.resizeable = true;
Yasgui.Yasr.registerPlugin("table", Rows);
const beginning = withPrefixes(asked.dataset.query || BEGINNING);
const yasgui = new Yasgui(document.getElementById("editor"), {
  persistenceId: null,
  populateFromUrl: false,
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [] },
  requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST", withCredentials: false },
  yasqe: { value: beginning, autocompleters: [] },
});
const tab = yasgui.getTab();
tab.setQuery(beginning);
// What Yasgui leaves without a name.
const named = (field, name) => field.setAttribute("aria-label", name);
named(tab.getYasqe().getInputField(), asked.dataset.editor);
tab.getYasr().on("drawn", (yasr) => {
  for (const field of yasr.resultsEl.querySelectorAll("textarea")) named(field, asked.dataset.results);
});
for (const link of document.querySelectorAll("a[data-query]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    tab.setQuery(link.dataset.query);
    scrollTo(0, 0);
  });
}
