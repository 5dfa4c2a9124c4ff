/* Search of one edition over the files that digest/publish/search/index.py writes. Nothing is fetched before
   somebody searches; then the index, and of its files those that the words need.

   The page (search.html) holds a form with a field and selects, and what to say, as `data-…` of the status line. */
"use strict";

(() => {
  const BATCH = 10; // Hits shown at a time.
  const PAUSE = 200; // Milliseconds without a key before a search starts.
  const HEADLINE = 64; // Places of a headline's words.
  const LONG = 260; // Characters of an excerpt, about.
  const KINDS = ["people", "outlets", "topics", "languages"]; // In the order of a story's entry.

  const form = document.getElementById("search");
  const input = form.querySelector("input[type=search]");
  const selects = [...form.querySelectorAll("select[data-by]")];
  const sort = form.querySelector("select[name=sort]");
  const status = document.getElementById("status");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  const language = document.documentElement.lang;
  const { numbers, firstOfMonth } = form.dataset; // A locale and how a first day is written: days and digits as on every page.
  const { folded, pieces, variants } = digestTerms;

  let index; // A promise of index.json.
  const files = new Map(); // Promises of the others, by name.
  let found = { hits: [], clauses: [], named: [], meant: "" };
  let latest = 0; // The number of the latest search: an answer to an older one comes too late.
  let timer;

  const file = (name) => {
    if (!files.has(name)) files.set(name, fetched(name));
    return files.get(name);
  };

  async function fetched(name) {
    // Old files have other names; only the index is asked for anew.
    const answer = await fetch(new URL(form.dataset.index + name, document.baseURI), {
      cache: name === "index.json" ? "no-cache" : "default",
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }

  async function loaded() {
    const known = await file("index.json");
    digestTerms.simplify(known.han);
    const years = [...new Set(known.stories.map(([day]) => Math.floor(day / 10000)))].filter(Boolean);
    for (const select of selects) {
      if (select.options.length > 1) continue;
      const by = select.dataset.by;
      const options = by === "year" ? years.map((year) => [year, new Intl.NumberFormat(numbers, { useGrouping: false }).format(year)]) : known[by];
      select.append(...options.map(([id, name]) => new Option(name, id)));
      select.disabled = options.length < 2;
      const wanted = new URLSearchParams(location.search).get(by);
      if (wanted && options.some(([id]) => String(id) === wanted)) select.value = wanted;
    }
    return known;
  }

  /* ---- What somebody typed: clauses, each a list of units that follow one another. */

  function clausesOf(query) {
    const clauses = [];
    const QUOTED = /(?<![\u05d0-\u05ea])["“”„«»‟〝〞「『](.+?)["“”«»‟〝〞」』]|(?:^|\s)-(?=\S)(\S+)|(\S+)/gu;
    for (const [, phrase, not, words] of query.matchAll(QUOTED)) {
      const units = [];
      for (const { term, run } of pieces(phrase ?? not ?? words)) {
        if (term) units.push({ term, loose: phrase === undefined });
        else {
          const characters = [...run];
          const last = characters.length - 1;
          if (!last) units.push({ term: run, single: true });
          for (let at = 0; at < last; at += 1) units.push({ term: characters[at] + characters[at + 1], joined: at > 0, run });
        }
      }
      if (phrase !== undefined || not !== undefined) clauses.push({ units, exact: true, not: not !== undefined });
      else {
        // Pairs of one run belong together; other words may stand anywhere.
        for (const unit of units) {
          if (unit.joined) clauses.at(-1).units.push(unit);
          else clauses.push({ units: [unit] });
        }
      }
    }
    return clauses.filter((clause) => clause.units.length);
  }

  const similar = (wanted, term) => {
    if (term === wanted) return 1;
    const extra = term.length - wanted.length;
    if (extra > 0 && wanted.length > 2 && term.startsWith(wanted)) return extra < 4 ? 0.7 : 0.4;
    if (wanted.length < 4 || term.length < 4 || /\p{N}/u.test(wanted)) return 0;
    let same = 0;
    while (same < wanted.length && wanted[same] === term[same]) same += 1;
    const longest = Math.max(wanted.length, term.length);
    return same >= Math.max(4, Math.ceil(longest * 0.7)) && longest - same < 4 ? 0.3 : 0;
  };

  /* Return, for a unit, how alike each term of the index is, and where that stands. */
  async function postings(known, unit, exact) {
    const loose = unit.loose && !exact;
    const reach = (term) => (unit.single ? term : loose && term.length > 2 ? term.slice(0, Math.max(3, Math.ceil(term.length * 0.7))) : null);
    const wanted = [unit.term, ...variants(unit.term)];
    const merged = new Map();
    for (const [number, own] of wanted.entries()) {
      const prefix = reach(own);
      const names = stretch(known.terms, prefix ?? own, prefix === null);
      for (const terms of await Promise.all(names.map(file))) {
        for (const term of prefix === null ? [own] : Object.keys(terms)) {
          if (!Object.hasOwn(terms, term)) continue;
          const alike = (unit.single ? Number(term.startsWith(own)) : prefix === null ? 1 : similar(own, term)) * (number ? 0.8 : 1);
          if (alike) gather(merged, terms[term], alike);
        }
      }
    }
    return merged;
  }

  /* The files whose terms may begin with a prefix: those between it and its last continuation. */
  function stretch(terms, prefix, whole) {
    const end = whole ? prefix : `${prefix}\uffff`;
    return terms.filter(([first], at) => first <= end && (at + 1 === terms.length || terms[at + 1][0] > prefix)).map(([, name]) => name);
  }

  function gather(merged, flat, alike) {
    let story = 0;
    for (let at = 0; at < flat.length; ) {
      story += flat[at];
      const count = flat[at + 1];
      const entry = merged.get(story) ?? { alike: 0, places: count ? new Map() : null, times: 0 };
      entry.alike = Math.max(entry.alike, alike);
      entry.times += Math.max(1, count) * alike;
      if (!count) entry.places = null;
      let place = 0;
      for (let step = 0; step < count; step += 1) {
        place += flat[at + 2 + step];
        entry.places?.set(place, Math.max(alike, entry.places.get(place) ?? 0));
      }
      merged.set(story, entry);
      at += 2 + count;
    }
  }

  /* Return the weight of each story that a clause fits; units follow one another, common ones (no places) anyhow. */
  async function weighed(known, clause) {
    const lists = await Promise.all(clause.units.map((unit) => postings(known, unit, clause.exact)));
    const weights = new Map();
    for (const [story, first] of lists[0]) {
      const entries = lists.map((one) => one.get(story));
      if (!entries.every(Boolean)) continue;
      const anchor = entries.findIndex((entry) => entry.places);
      if (lists.length > 1 && anchor >= 0) {
        const fits = [...entries[anchor].places.keys()].some((place) =>
          entries.every((entry, at) => !entry.places || entry.places.has(place - anchor + at)),
        );
        if (!fits) continue;
      }
      const times = Math.min(...entries.map((entry) => entry.times));
      const headline = first.places && [...first.places.keys()].some((place) => place < HEADLINE);
      const alike = Math.min(...entries.map((entry) => entry.alike));
      weights.set(story, alike * (times / (times + 1.5) + (headline ? 1 : 0)));
    }
    const rare = Math.log(1 + known.stories.length / (1 + weights.size));
    for (const [story, weight] of weights) weights.set(story, weight * (0.2 + rare));
    return weights;
  }

  async function matching(known, clauses) {
    const all = await Promise.all(clauses.map((clause) => weighed(known, clause)));
    // A letter that was elided (l’, d’) is no word to insist on.
    const needed = clauses.map((clause) => !clause.not && (clause.units.length > 1 || clause.units[0].single || clause.units[0].term.length > 1));
    if (!needed.some(Boolean)) needed.fill(true);
    const scores = new Map();
    const base = all[needed.indexOf(true)];
    for (const story of base.keys()) {
      let score = 0;
      const fits = clauses.every((clause, at) => {
        const weight = all[at].get(story);
        if (clause.not) return weight === undefined;
        score += weight ?? 0;
        return weight !== undefined || !needed[at];
      });
      if (fits) scores.set(story, score);
    }
    const lost = clauses.filter((clause, at) => needed[at] && !clause.exact && !all[at].size);
    return { scores, lost };
  }

  /* Words that were run together in a script without spaces: tried as the browser parts them. */
  function parted(query) {
    if (!Intl.Segmenter) return query;
    const cutter = new Intl.Segmenter(language, { granularity: "word" });
    return [...cutter.segment(query)].map(({ segment }) => segment).join(" ");
  }

  /* Numbers with or without what groups their digits: 1,200 for 1200, and 1200 for 1.200. */
  function regrouped(query) {
    return query.replace(/\d{1,3}(?:[.,’'\u00a0\u202f٬]\d{3})+(?!\d)|\d{4,}/gu, (number) =>
      /\D/.test(number) ? number.replace(/\D/gu, "") : `“${number.replace(/\B(?=(?:\d{3})+$)/gu, ",")}”`,
    );
  }

  async function ask(query) {
    const known = await loaded();
    let clauses = clausesOf(query);
    if (!clauses.some((clause) => !clause.not)) return { hits: [], clauses, named: [], meant: "" };
    let { scores, lost } = await matching(known, clauses);
    const missed = lost; /* As it was typed; parts of it may be found anywhere. */
    const others = [];
    if (clauses.some((clause) => !clause.exact && clause.units.length > 1)) others.push(parted(query));
    if (/\d{3}/.test(folded(query))) others.push(regrouped(folded(query)));
    for (const other of others) {
      if (scores.size) break;
      clauses = clausesOf(other);
      ({ scores, lost } = await matching(known, clauses));
    }
    const meant = scores.size ? "" : await meaning(known, query, missed.length ? missed : lost);
    const hits = [...scores].filter(([story]) => chosen(known, story));
    // Stories stand in the index by day, the newest first.
    hits.sort(sort.value === "date" ? ([a], [b]) => a - b : ([a, x], [b, y]) => y - x || a - b);
    return { hits: hits.map(([story]) => story), clauses, named: named(known, clauses), meant };
  }

  function chosen(known, number) {
    const [day, ...held] = known.stories[number];
    return selects.every((select) => {
      if (!select.value) return true;
      if (select.dataset.by === "year") return Math.floor(day / 10000) === Number(select.value);
      const kind = KINDS.indexOf(select.dataset.by);
      return held[kind].some((at) => known[KINDS[kind]][at][0] === select.value);
    });
  }

  /* People and topics whose names hold every word. */
  function named(known, clauses) {
    const wanted = clauses.filter((clause) => !clause.not).flatMap((clause) => clause.units.map((unit) => unit.term));
    const holds = ([, name]) => {
      const terms = [...digestTerms.terms(name)];
      return wanted.every((term) => terms.some((own) => own === term || (term.length > 2 && own.startsWith(term))));
    };
    return ["people", "topics"].flatMap((kind) => known[kind].filter(holds).slice(0, 3).map(([id, name]) => ({ kind, id, name })));
  }

  async function meaning(known, query, lost) {
    if (!lost.length) return "";
    const words = (await file(known.words)).map((word) => [spread(word), word]);
    let meant = query;
    for (const clause of lost) {
      const { term: first } = clause.units[0];
      const typed = query.split(/\s+/u).find((word) => folded(word).includes(first));
      // Of a run that is cut into pairs all of it was meant.
      const term = spread(clause.units.length > 1 ? (typed ?? "") : first);
      let best = [slips(term), ""];
      for (const [own, word] of words) {
        const far = Math.abs(own.length - term.length) < best[0] ? distance(term, own) : 9;
        if (far < best[0]) best = [far, word];
      }
      if (!best[1] || !typed) return "";
      meant = meant.replace(typed, () => best[1]);
    }
    return meant;
  }

  /* A syllable of Hangul as the letters that it is written with. */
  function spread(text) {
    return folded(text).normalize("NFD");
  }

  /* One more than may be wrong; a character of Han says as much as two letters. */
  function slips(term) {
    const [one, two] = /\p{Script=Han}/u.test(term) ? [3, 6] : [4, 6];
    return term.length >= two ? 3 : term.length >= one ? 2 : 0;
  }

  /* How many letters are wrong, missing, too many or exchanged (optimal string alignment). */
  function distance(a, b) {
    const rows = [[...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= b.length; j += 1) {
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length][b.length];
  }

  /* ---- What is shown. */

  async function search() {
    clearTimeout(timer);
    const turn = ++latest;
    const query = input.value.trim();
    remember(query);
    if (location.protocol === "file:") {
      status.textContent = status.dataset.folder;
      return;
    }
    try {
      const answer = query ? await ask(query) : { hits: [], clauses: [], named: [], meant: "" };
      if (turn !== latest) return;
      found = answer;
      list.replaceChildren(...found.named.map(namedItem));
      await showMore(turn);
      if (turn === latest) tell(query);
    } catch {
      if (turn !== latest) return;
      files.clear();
      list.replaceChildren();
      more.hidden = true;
      status.textContent = status.dataset.failed;
    }
  }

  function tell(query) {
    const count = found.hits.length;
    status.textContent = !query ? "" : count ? `${status.dataset.found} ${new Intl.NumberFormat(numbers).format(count)}` : status.dataset.none;
    if (!found.meant) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = found.meant;
    button.addEventListener("click", () => {
      input.value = found.meant;
      search();
      input.focus();
    });
    status.append(` ${status.dataset.meant} `, button);
  }

  async function showMore(turn) {
    const shown = list.querySelectorAll("li.hit").length;
    const known = found.hits.length ? await file("index.json") : null;
    const next = found.hits.slice(shown, shown + BATCH);
    const texts = await Promise.all(next.map((number) => textOf(known, number)));
    if (turn !== latest) return;
    list.append(...texts.map((text, at) => item(known, next[at], text)));
    more.hidden = shown + next.length >= found.hits.length;
  }

  async function textOf(known, number) {
    const at = known.texts.findLastIndex(([first]) => first <= number);
    const [first, name] = known.texts[at];
    return (await file(name))[number - first];
  }

  const address = (path) =>
    new URL(`./${path.split("/").map(encodeURIComponent).join("/")}`, new URL(form.dataset.base, document.baseURI)).href;

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.append(...[text].flat());
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function namedItem({ kind, id, name }) {
    const path = kind === "people" ? `person/${id}/` : `topic/${id}/`;
    const entry = element("li", "", { class: "named" });
    entry.append(element("small", status.dataset[kind]), element("a", name, { href: address(path), dir: "auto" }));
    return entry;
  }

  function item(known, number, [path, title, lang, note, parts]) {
    const entry = element("li", "", { class: "hit" });
    const link = element("a", marked(title, found.clauses), { href: address(path), lang, dir: "auto" });
    const [part, text] = excerpt(parts);
    const [, , speaker, outlet, label] = part;
    const facts = element("small", "", { class: "sources" });
    const day = known.stories[number][0];
    const told = day ? [element("time", written(day), { datetime: String(day).replace(/(..)(..)$/u, "-$1-$2") })] : [];
    told.push(...[speaker, outlet].filter(Boolean).map((name) => element("bdi", name)));
    told.push(...new Set([label, note].filter(Boolean)));
    for (const one of told) facts.append(" ", element("span", one));
    const quoted = element("p", text, { lang: part[0], dir: "auto" });
    entry.append(link, quoted, facts);
    return entry;
  }

  function written(day) {
    const date = new Date(Date.UTC(Math.floor(day / 10000), Math.floor((day % 10000) / 100) - 1, day % 100));
    const parts = new Intl.DateTimeFormat(numbers, { dateStyle: "long", timeZone: "UTC" }).formatToParts(date);
    return parts.map(({ type, value }) => (type === "day" && date.getUTCDate() === 1 && firstOfMonth) || value).join("");
  }

  /* The text that holds most of what was asked for, cut to where it stands. */
  function excerpt(parts) {
    let best = [0, parts[0] ?? [language, "", "", "", ""], []];
    for (const part of parts) {
      const spans = spansOf(part[1], found.clauses);
      const alike = [];
      for (const [, , clause, own] of spans) alike[clause] = Math.max(own, alike[clause] ?? 0);
      // Words that somebody said go before a headline of as many.
      const count = alike.reduce((sum, own) => sum + own, 0) + (part[2] ? 0.3 : 0);
      if (spans.length && count > best[0]) best = [count, part, spans];
    }
    const [, part, spans] = best;
    const text = part[1];
    const from = spans.length ? Math.max(0, spans[0][0] - LONG / 3) : 0;
    const start = from ? text.indexOf(" ", from) + 1 || from : 0;
    const end = start + LONG < text.length ? Math.max(text.lastIndexOf(" ", start + LONG), start + LONG * 0.8) : text.length;
    const cut = text.slice(Math.min(start, spans[0]?.[0] ?? start), end);
    const ends = [start ? "…" : "", end < text.length ? "…" : ""];
    return [part, [ends[0], ...marked(cut, found.clauses), ends[1]]];
  }

  function* hitsOf(text, clauses) {
    const units = clauses.filter((clause) => !clause.not).flatMap((clause, number) => clause.units.map((unit) => ({ ...unit, number, exact: clause.exact })));
    for (const piece of pieces(text)) {
      for (const unit of units) {
        if (piece.term) {
          const own = [piece.term, ...variants(piece.term)];
          const wanted = [unit.term, ...variants(unit.term)];
          const alike = (a, b) => (unit.exact || unit.single || !unit.loose ? Number(a === b) : similar(b, a));
          const best = Math.max(...own.flatMap((a) => wanted.map((b) => alike(a, b))));
          if (best) yield [...piece.spot(0, piece.term.length), unit.number, best];
        } else if (!unit.joined && (!unit.loose || unit.single)) {
          // What was typed in one run is marked where all of it stands.
          const wanted = unit.run ?? unit.term;
          for (let at = piece.run.indexOf(wanted); at >= 0; at = piece.run.indexOf(wanted, at + 1)) {
            yield [...piece.spot(at, at + wanted.length), unit.number, 1];
          }
        }
      }
    }
  }

  /* Where a text holds what was asked for: spans that do not overlap, in order. */
  function spansOf(text, clauses) {
    const spans = [];
    for (const [start, end, clause, alike] of [...hitsOf(text, clauses)].sort((a, b) => a[0] - b[0] || b[3] - a[3] || b[1] - a[1])) {
      const before = spans.at(-1);
      if (before && start <= before[1] && (start < before[1] || before[2] === clause)) before[1] = Math.max(before[1], end);
      else spans.push([start, end, clause, alike]);
    }
    return spans;
  }

  function marked(text, clauses) {
    const made = [];
    let at = 0;
    for (const [start, end] of spansOf(text, clauses)) {
      made.push(text.slice(at, start), element("mark", text.slice(start, end)));
      at = end;
    }
    return [...made, text.slice(at)];
  }

  /* The address keeps what was asked, so that a search can be shared and survives a way back. Themes read `q`. */
  function remember(query) {
    const own = new URL(location.href);
    own.searchParams.delete("q");
    for (const [name, value] of [["words", query], ["sort", sort.value === "date" ? "date" : ""], ...selects.map((select) => [select.dataset.by, select.options.length > 1 ? select.value : own.searchParams.get(select.dataset.by) ?? ""])]) {
      if (value) own.searchParams.set(name, value);
      else own.searchParams.delete(name);
    }
    if (own.href !== location.href) history.replaceState(history.state, "", own);
  }

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
  for (const select of [...selects, sort]) select.addEventListener("change", search);
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await showMore(latest);
    list.children[shown]?.querySelector("a").focus();
  });

  const asked = new URLSearchParams(location.search);
  input.value = asked.get("words") ?? asked.get("q") ?? input.value;
  if (asked.get("sort") === "date") sort.value = "date";
  if (input.value) search();
  else if (location.protocol === "file:") status.textContent = status.dataset.folder;
})();
