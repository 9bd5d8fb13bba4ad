// The editor on /query: it asks this server's endpoint and nobody else's.
"use strict";
addEventListener("DOMContentLoaded", function () {
  var asked = document.getElementById("asked");
  var prefixes = JSON.parse(asked.dataset.prefixes);
  // Prefixes and property names would be looked up at prefix.cc and LOV; these completions stay off.
  Yasgui.Yasqe.defaults.autocompleters = [];
  Yasgui.Yasqe.defaults.resizeable = true;
  var beginning = "SELECT ?speaker ?words WHERE {\n  ?claim kg:speaker/skos:prefLabel ?speaker ; schema:text ?words .\n} LIMIT 20";
  function withPrefixes(query) {
    if (/^\s*PREFIX\s/im.test(query)) return query;
    return Object.keys(prefixes).filter(function (name) {
      return new RegExp("(^|[^\\w-])" + name + ":").test(query);
    }).map(function (name) {
      return "PREFIX " + name + ": <" + prefixes[name] + ">\n";
    }).join("") + query;
  }
  var yasgui = new Yasgui(document.getElementById("editor"), {
    persistenceId: null,
    populateFromUrl: false,
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: function () { return []; } },
    requestConfig: { endpoint: location.origin + "/sparql", method: "POST", withCredentials: false },
    yasqe: { value: withPrefixes(asked.dataset.query || beginning), autocompleters: [] }
  });
  var tab = yasgui.getTab();
  tab.setQuery(withPrefixes(asked.dataset.query || beginning));
  document.querySelectorAll("[data-query]").forEach(function (link) {
    if (link.tagName !== "A") return;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      yasgui.getTab().setQuery(link.dataset.query);
      scrollTo(0, 0);
    });
  });
});
