"use strict";

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

document.addEventListener("DOMContentLoaded", follow);
