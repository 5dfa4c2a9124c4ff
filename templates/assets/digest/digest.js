/* What a reader chose is remembered. Every page also works without this. */
"use strict";

const CHOICES = { scheme: "auto", show: "both" };

/* Storage can be switched off, full or forbidden: then a choice lasts as long as the page. */
const memory = {
  read(name) {
    try {
      return localStorage.getItem(`digest.${name}`) ?? CHOICES[name];
    } catch {
      return CHOICES[name];
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`digest.${name}`, value);
    } catch {
      /* See above. */
    }
  },
};

for (const name of Object.keys(CHOICES)) {
  document.documentElement.dataset[name] = memory.read(name);
}

/*
 * Languages that a reader reads: what is translated from these stands as it was written. `data-of` says from
 * which language a text is translated, `data-original` what stands there in that; without it, nothing does.
 */
const reads = {
  stored() {
    try {
      return new Set((localStorage.getItem("digest.reads") ?? "").split(" ").filter(Boolean));
    } catch {
      return new Set();
    }
  },
  store(codes) {
    try {
      localStorage.setItem("digest.reads", [...codes].join(" "));
    } catch {
      /* As above. */
    }
  },
};

const translated = new Map(); /* What stood in an element before, to put it back. */

function showOriginals(codes) {
  for (const element of document.querySelectorAll("[data-of]")) {
    const { of, original } = element.dataset;
    const read = codes.has(of);
    if (original === undefined) {
      element.hidden = read;
    } else if (read && !translated.has(element)) {
      translated.set(element, [[...element.childNodes], element.getAttribute("lang"), element.getAttribute("dir")]);
      element.replaceChildren(original);
      element.lang = of;
      element.dir = "auto";
    } else if (!read && translated.has(element)) {
      const [nodes, lang, dir] = translated.get(element);
      translated.delete(element);
      element.replaceChildren(...nodes);
      for (const [name, value] of [["lang", lang], ["dir", dir]]) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }
  }
  for (const card of document.querySelectorAll(".card--pair, .card--read")) {
    const read = card.querySelector(".wording--second")?.hidden ?? false;
    card.classList.toggle("card--pair", !read);
    card.classList.toggle("card--read", read);
  }
  for (const details of document.querySelectorAll("details[data-opens]")) {
    if (codes.has(details.dataset.opens)) details.open = true;
  }
}

function offerLanguages() {
  const codes = reads.stored();
  showOriginals(codes);
  const field = document.getElementById("reads");
  if (!field) return;
  const own = document.documentElement.lang;
  const here = [...document.querySelectorAll("[data-of]")].map((element) => element.dataset.of);
  const names = new Intl.DisplayNames(own, { type: "language" });
  const offered = [...new Set([...here, ...codes])].filter((code) => code !== own && code !== "und").sort();
  for (const code of offered) {
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", id: `reads-${code}`, checked: codes.has(code) });
    input.addEventListener("change", () => {
      codes[input.checked ? "add" : "delete"](code);
      reads.store(codes);
      showOriginals(codes);
    });
    const label = document.createElement("label");
    label.htmlFor = input.id;
    label.textContent = names.of(code);
    field.append(input, label);
  }
  field.hidden = !offered.length;
}

/* Where results will stand is kept free before the first paint, so that nothing moves when they come. */
const asked = new URLSearchParams(location.search);
if (asked.get("words") || asked.get("q")) document.documentElement.dataset.searching = "";

function restoreChoices() {
  for (const name of Object.keys(CHOICES)) {
    for (const input of document.querySelectorAll(`input[type=radio][name=${name}]`)) {
      input.checked = input.value === memory.read(name);
      input.addEventListener("change", () => {
        document.documentElement.dataset[name] = input.value;
        memory.write(name, input.value);
      });
    }
  }
}

/* Another edition opens at the same statement, and with the same search. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".editions a[href]");
  if (link && !new URL(link.href).hash) {
    link.search = location.search;
    link.hash = location.hash;
  }
});

/*
 * A statement can be linked to and cited: as plain text in both languages, as BibTeX and as CSL-JSON, each made
 * of what the card shows. Nothing is fetched.
 */
function cited(card) {
  const text = (selector) => card.querySelector(selector)?.textContent.trim() ?? "";
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
    translator: text(".credit--second"),
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

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".share");
  const card = button?.closest("figure.card");
  if (!card) return;
  const ways = card.querySelector(".share__ways") ?? offerWays(card, button);
  button.setAttribute("aria-expanded", String(ways.toggleAttribute("data-open")));
});

/* Opened from a folder, a link to a page leads to the page itself, and not to a list of its folder's files. */
function nameFiles() {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}

/*
 * The page for missing addresses leads on from two kinds: a story by the name of any of its articles, and the
 * page that an article had where articles are parts of their stories now. What else there could be of a story
 * may stand on the site of older years, whose own page asks the one before it.
 */
async function follow() {
  const { moved, older, root } = document.querySelector(".missing")?.dataset ?? {};
  if (moved && (await followStory(moved))) return;
  const path = location.pathname.startsWith(root ?? "/") ? location.pathname.slice((root ?? "/").length) : "";
  if (older && /^[^/]+\/(story|article|person|topic|outlet|archive|embed)\//.test(path)) {
    location.replace(`${older}${path}${location.search}${location.hash}`);
  }
}

async function followStory(moved) {
  const page = location.pathname.match(/^(.*)\/(story|article)\/([^/]+)\/([^/]+)\/(?:index\.html)?$/);
  if (!page) return false;
  const [, edition, kind, outlet, slug] = page;
  const answer = await fetch(`${moved}${outlet}.json`);
  const stories = answer.ok ? await answer.json() : {};
  const story = stories[decodeURIComponent(slug)] ?? (kind === "article" ? `${outlet}/${slug}` : "");
  const part = kind === "article" ? `#article-${outlet}/${slug}` : "";
  if (story) location.replace(`${edition}/story/${story}/${location.search}${location.hash || part}`);
  return Boolean(story);
}

document.addEventListener("DOMContentLoaded", () => {
  follow();
  restoreChoices();
  offerLanguages();
  if (location.protocol === "file:") nameFiles();
});
