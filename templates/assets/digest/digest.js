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

/* Where results will stand is kept free before the first paint, so that nothing moves when they come. */
if (new URLSearchParams(location.search).get("q")) document.documentElement.dataset.searching = "";

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

document.addEventListener("DOMContentLoaded", restoreChoices);
