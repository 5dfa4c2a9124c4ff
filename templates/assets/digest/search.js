// Search of one edition: a small interface over Pagefind's index. Nothing is fetched before a reader types.
//
// What the page holds:
//
//   <section class="search" data-bundle="../pagefind/" data-base="../"
//            data-none="…" data-one="1 result" data-many="{count} results" data-failed="…">
//     <form role="search"><input type="search" name="q"></form>
//     <p role="status"></p>
//     <ol class="search-results"></ol>
//   </section>
//   <script type="module" src="…/assets/digest/search.js"></script>
//
// `data-bundle` and `data-base` are the edition's index and front page, relative to this page.
// Languages with more than two forms of a count have them in `data-zero`, `data-two`, `data-few` and
// `data-other`, by the plural categories of Unicode; `data-many` serves where one is missing.
// Without JavaScript, and from a folder (`file:`), the page's links to topics and people remain.

const LIMIT = 30;
const PAUSE = 150; // Milliseconds without a key before a search starts.

for (const section of document.querySelectorAll("section.search")) {
  start(section);
}

function start(section) {
  const input = section.querySelector("input[type=search]");
  const form = section.querySelector("form");
  const say = (text) => section.querySelector("[role=status]").replaceChildren(text);
  const list = section.querySelector(".search-results");
  let index; // A promise of Pagefind, made at the first search.
  let latest = 0;
  let timer;

  async function search() {
    const query = input.value.trim();
    const turn = ++latest;
    remember(query);
    if (!query) {
      list.replaceChildren();
      say("");
      return;
    }
    try {
      index ??= load(section.dataset);
      const found = (await (await index).search(query)).results;
      const pages = await Promise.all(found.slice(0, LIMIT).map((result) => result.data()));
      if (turn !== latest) return; // The reader has typed on.
      list.replaceChildren(...pages.map((page) => item(page, section.dataset.base)));
      say(counted(found.length, section.dataset));
    } catch (error) {
      if (turn !== latest) return;
      index = undefined;
      list.replaceChildren();
      say(section.dataset.failed ?? section.dataset.none ?? "");
      console.warn("Search is not available:", error);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  input.value = new URLSearchParams(location.search).get("q") ?? input.value;
  if (input.value) search();
}

async function load({ bundle, base }) {
  const pagefind = await import(new URL("pagefind.js", new URL(bundle, document.baseURI)));
  await pagefind.options({ baseUrl: new URL(base, document.baseURI).pathname, excerptLength: 28 });
  await pagefind.init();
  return pagefind;
}

// The address bar keeps the query, so that a search can be shared and survives a way back.
function remember(query) {
  const address = new URL(location.href);
  if (query === (address.searchParams.get("q") ?? "").trim()) return;
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

function item(page, base) {
  const path = (page.raw_url ?? "").split("/").filter(Boolean).map(encodeURIComponent).join("/");
  const link = document.createElement("a");
  link.href = new URL(`./${path}/`, new URL(base, document.baseURI));
  link.textContent = page.meta.title;
  link.dir = "auto";
  const excerpt = document.createElement("p");
  excerpt.dir = "auto";
  excerpt.append(...marked(page.excerpt));
  const entry = document.createElement("li");
  entry.append(link, excerpt);
  return entry;
}

// Pagefind gives an excerpt as HTML. Only its text is taken over, and which words are marked.
function* marked(html) {
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      yield mark;
    } else {
      yield node.textContent;
    }
  }
}

function counted(count, words) {
  if (!count) return words.none ?? "";
  const language = document.documentElement.lang || "en";
  const text = words[new Intl.PluralRules(language).select(count)] ?? words.many ?? "{count}";
  return text.replace("{count}", new Intl.NumberFormat(language).format(count));
}
