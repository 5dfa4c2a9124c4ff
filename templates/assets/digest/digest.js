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
  const names = new Intl.DisplayNames(field.dataset.names, { type: "language" });
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

/* Few readers share a statement: what that needs is loaded when one does. */
const own = document.currentScript.src;
let sharing;

function share(button) {
  sharing ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: new URL("share.js", own).href, onload: loaded, onerror: failed });
    document.head.append(script);
  });
  sharing.then(
    () => button.dispatchEvent(new Event("digest:share", { bubbles: true })),
    () => {
      sharing = undefined; /* Without a network now, perhaps, and with one later. */
    },
  );
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("figure.card .share");
  if (button) share(button);
});

/* Opened from a folder, a link to a page leads to the page itself, and not to a list of its folder's files. */
function nameFiles() {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}

document.addEventListener("DOMContentLoaded", () => {
  restoreChoices();
  offerLanguages();
  if (location.protocol === "file:") nameFiles();
});
