/* What a reader chose is remembered, and the search page searches. Every page also works without this. */
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

/* Returns a function that appends more results, as Pagefind finds them in this edition's own index. */
async function startSearch(form) {
  const bundle = new URL(form.dataset.bundle, document.baseURI);
  const base = new URL(form.dataset.base, document.baseURI);
  const pagefind = await import(new URL("pagefind.js", bundle).href);
  await pagefind.options({ baseUrl: base.pathname, basePath: bundle.pathname });
  return (query) => pagefind.search(query);
}

function showResult(list, result) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  const excerpt = document.createElement("p");
  excerpt.dir = "auto";
  /* Pagefind escapes the text and marks what it found. */
  for (const node of new DOMParser().parseFromString(result.excerpt, "text/html").body.childNodes) {
    const piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    piece.textContent = node.textContent;
    excerpt.append(piece);
  }
  const kind = document.createElement("small");
  kind.textContent = result.meta.kind ?? "";
  item.append(kind, link, excerpt);
  list.append(item);
}

function wireSearch(form) {
  const field = form.querySelector("input[type=search]");
  const status = document.getElementById("status");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  const PAGE = 10;
  let search = null;
  let found = [];
  let asked = 0;

  const showMore = async () => {
    const turn = asked;
    const next = found.slice(list.children.length, list.children.length + PAGE);
    const results = await Promise.all(next.map((entry) => entry.data()));
    if (turn !== asked) return;
    results.forEach((result) => showResult(list, result));
    more.hidden = list.children.length >= found.length;
  };

  const run = async (query) => {
    const turn = (asked += 1);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    if (!query.trim()) return;
    try {
      search ??= await startSearch(form);
      const answer = await search(query);
      if (turn !== asked) return;
      found = answer.results;
      status.textContent = found.length ? `${status.dataset.found} ${found.length}` : status.dataset.none;
      await showMore();
    } catch {
      status.textContent = status.dataset.failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.replaceState(null, "", address);
    run(field.value);
  });
  more.addEventListener("click", showMore);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  run(field.value);
}

document.addEventListener("DOMContentLoaded", () => {
  restoreChoices();
  const form = document.getElementById("search");
  if (form) wireSearch(form);
});
