// Search of one edition: a small interface over Pagefind's index. Nothing is fetched before a reader types.
//
// What the page holds, anywhere in its body:
//
//   <form class="search" role="search" id="search" data-bundle="../pagefind/" data-base="../">
//     <input name="q" type="search">
//   </form>
//   <p role="status" id="status" data-found="Found:" data-none="Nothing found." data-failed="…"></p>
//   <ol id="results"></ol>
//   <button id="more" type="button" hidden>Show more</button>
//   <script type="module" src="…/assets/digest/search.js"></script>
//
// `data-bundle` and `data-base` are the edition's index and front page, relative to this page.
// Without JavaScript, and from a folder (`file:`), the page's links to topics and people remain.

const BATCH = 10; // Results shown at a time.
const PAUSE = 200; // Milliseconds without a key before a search starts.

const form = document.getElementById("search");
const input = form.querySelector("input[type=search]");
const status = document.getElementById("status");
const list = document.getElementById("results");
const more = document.getElementById("more");

let index; // A promise of Pagefind, made at the first search.
let found = []; // What the latest search found, the best first.
let latest = 0; // The number of that search: an answer to an older one comes too late.
let timer;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  // At once, while the page still answers a key: what moves later, moves under the reader's eyes.
  document.documentElement.dataset.searching = "";
  timer = setTimeout(search, PAUSE);
});
more.addEventListener("click", async () => {
  const first = list.children.length;
  await showMore(latest);
  list.children[first]?.querySelector("a").focus();
});
input.value = new URLSearchParams(location.search).get("q") ?? input.value;
if (input.value) search();

async function search() {
  clearTimeout(timer);
  const turn = ++latest;
  const query = input.value.trim();
  remember(query);
  try {
    const answer = query ? await ask(query) : { results: [] };
    if (turn !== latest) return;
    found = answer.results;
    list.replaceChildren();
    await showMore(turn);
    if (turn === latest) status.textContent = query ? counted(found.length) : "";
  } catch {
    if (turn !== latest) return;
    index = undefined;
    found = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = status.dataset.failed;
  }
}

async function ask(query) {
  index ??= load();
  return (await index).search(query);
}

async function load() {
  const pagefind = await import(new URL(`${form.dataset.bundle}pagefind.js`, document.baseURI));
  await pagefind.init();
  return pagefind;
}

async function showMore(turn) {
  const next = found.slice(list.children.length, list.children.length + BATCH);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...pages.map(item));
  more.hidden = list.children.length >= found.length;
}

// The address bar keeps the query, so that a search can be shared and survives a way back.
function remember(query) {
  const address = new URL(location.href);
  if (query === (address.searchParams.get("q") ?? "").trim()) return;
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

function item(page) {
  const link = document.createElement("a");
  // The path within the edition, as the file system has it: a name may hold `#` or `%`.
  const path = (page.raw_url ?? page.url).split("/").filter(Boolean).map(encodeURIComponent).join("/");
  link.href = new URL(`./${path}/`, new URL(form.dataset.base, document.baseURI));
  link.textContent = page.meta.title;
  link.dir = "auto";
  const excerpt = document.createElement("p");
  excerpt.dir = "auto";
  excerpt.append(...marked(page.excerpt));
  const kind = document.createElement("small");
  kind.textContent = page.meta.kind ?? "";
  const entry = document.createElement("li");
  entry.append(kind, link, excerpt);
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

function counted(count) {
  if (!count) return status.dataset.none;
  return `${status.dataset.found} ${new Intl.NumberFormat(document.documentElement.lang).format(count)}`;
}
