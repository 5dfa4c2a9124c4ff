/* What a reader can do with a statement; digest.js loads this when somebody first asks. Nothing else is fetched. */
"use strict";

(() => {
  /*
   * A statement can be linked to and cited: as plain text in both languages, as BibTeX and as CSL-JSON, each made
   * of what the card shows.
   */
  function cited(card) {
    const text = (selector) => card.querySelector(selector)?.textContent.trim() ?? "";
    const credit = (selector) => {
      const copy = card.querySelector(selector)?.cloneNode(true);
      copy?.querySelectorAll(".proof").forEach((mark) => mark.remove());
      return [...(copy?.children ?? [])].map((part) => part.textContent.trim().replace(/\s+/gu, " ")).filter(Boolean).join(", ");
    };
    const address = new URL(location.href);
    address.search = "";
    address.hash = card.id;
    const outlet = card.querySelector(".credit--first [data-outlet], .credit--first bdi");
    return {
      id: card.id,
      url: address.href,
      speaker: card.querySelector(".speaker--unknown") ? "" : text("[data-speaker]"),
      words: text(".wording--first .wording__words"),
      language: card.querySelector(".wording--first .wording__words").lang,
      translation: text(".wording--second .wording__words"),
      translator: credit(".credit--second"),
      outlet: outlet?.textContent.trim() ?? "",
      source: outlet?.closest("a")?.href ?? card.querySelector("blockquote[cite]")?.getAttribute("cite") ?? "",
      day: card.querySelector(".card__facts time")?.dateTime ?? "",
      site: document.querySelector("meta[property='og:site_name']")?.content ?? "",
    };
  }

  /* APA: the words spoken between their marks, the translation between brackets, whose that is. */
  function plainCitation(it) {
    const translation = it.translation && `[${it.translation}${it.translator && ` – ${it.translator}`}]`;
    return [[it.speaker, it.day && `(${it.day})`].filter(Boolean).join(" "), it.words, translation, it.outlet, it.site, it.url]
      .filter(Boolean)
      .join(". ");
  }

  function bibtex(it) {
    const safe = (text) => text.replace(/[\\{}]/gu, "").replace(/([%&#$_])/gu, "\\$1");
    const fields = [
      ["author", it.speaker && `{${safe(it.speaker)}}`],
      ["title", `{${safe(it.words)}}`],
      ["note", safe([it.translation && `[${it.translation}]`, it.translator, it.outlet].filter(Boolean).join(", "))],
      ["howpublished", safe(it.site)],
      ["date", it.day],
      ["langid", it.language],
      ["url", it.url],
    ];
    const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
    return `@online{${it.id},\n${lines.join(",\n")}\n}`;
  }

  function cslJson(it) {
    const parts = it.day.split("-").map(Number);
    const item = {
      id: it.id,
      type: "webpage",
      title: it.words,
      language: it.language,
      URL: it.url,
      "container-title": it.site,
      ...(it.speaker && { author: [{ literal: it.speaker }] }),
      ...(it.day && { issued: { "date-parts": [parts] } }),
      ...(it.outlet && { publisher: it.outlet }),
      ...(it.translation && { note: `[${it.translation}] ${it.translator}`.trim() }),
      ...(it.source && { references: it.source }),
    };
    return JSON.stringify([item], null, 2);
  }

  /* What another site puts into its page, to frame the statement. */
  function framed(it) {
    const safe = (text) => text.replace(/&/gu, "&amp;").replace(/"/gu, "&quot;").replace(/</gu, "&lt;");
    const address = new URL(document.querySelector("article.story").dataset.embeds, location.href);
    const src = `${address.href}${it.id.replace(/^u-/u, "")}/`;
    const title = [it.speaker, it.site].filter(Boolean).join(" – ");
    return `<iframe src="${safe(src)}" title="${safe(title)}" width="100%" height="420" style="border:0" loading="lazy"></iframe>`;
  }

  function offerWays(card, button) {
    const said = document.querySelector("article.story").dataset;
    const ways = document.createElement("p");
    ways.className = "share__ways";
    for (const [name, make] of [
      [said.link, (it) => it.url],
      [`${said.cite}: ${said.plain}`, plainCitation],
      [`${said.cite}: BibTeX`, bibtex],
      [`${said.cite}: CSL-JSON`, cslJson],
      ...(said.embeds ? [[said.embed, framed]] : []),
    ]) {
      const way = document.createElement("button");
      way.type = "button";
      way.textContent = name;
      way.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(make(cited(card)));
          way.textContent = `${name} · ${said.copied}`;
        } catch {
          /* Where nothing may be copied, the reader copies it. */
          window.prompt(name, make(cited(card)));
        }
      });
      ways.append(way);
    }
    button.after(ways);
    return ways;
  }

  document.addEventListener("digest:share", ({ target: button }) => {
    const card = button.closest("figure.card");
    const ways = card.querySelector(".share__ways") ?? offerWays(card, button);
    button.setAttribute("aria-expanded", String(ways.toggleAttribute("data-open")));
  });
})();
