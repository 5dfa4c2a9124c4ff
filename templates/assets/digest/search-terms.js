/* Text → terms, as digest/publish/search/terms.py makes them; a test compares the two. */
"use strict";

const digestTerms = (() => {
  const INVISIBLE = "\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff";
  const DROPPED = new RegExp(
    `[${INVISIBLE}\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]`,
    "gu",
  );
  const LETTERS = {
    ł: "l", ø: "o", œ: "oe", æ: "ae", ß: "ss", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "n", ς: "σ",
    ى: "ي", ی: "ي", ې: "ي", ک: "ك", ة: "ه", ہ: "ه", ھ: "ه", ۀ: "ه", ە: "ه", ٱ: "ا",
  };
  for (const zero of [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]) {
    for (let value = 0; value < 10; value += 1) LETTERS[String.fromCharCode(zero + value)] = String(value);
  }
  const letter = () => new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
  let LETTER = letter();
  const PAIRED =
    /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fd5\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  const ARABIC = /^[وف]?(?:[بك]?ال|لل)(?=..)|^[فبلك](?=.{3})|^و(?=..)/u;
  const HEBREW = /^[המשכ](?=.{3})|^[ובל](?=..)/u;
  const SHORTENED = /(?<=[\u05d0-\u05ea])["״](?=[\u05d0-\u05ea])/gu;
  const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}${INVISIBLE}]+`, "gu");

  /* Take 運 for 运: pairs of them, in a row, as the index has them for its own texts. */
  function simplify(pairs) {
    const characters = [...pairs];
    for (let at = 0; at < characters.length; at += 2) LETTERS[characters[at]] = characters[at + 1];
    LETTER = letter();
  }

  const plain = (text) => text.replace(LETTER, (letter) => LETTERS[letter]);

  function folded(text) {
    const small = plain(text.normalize("NFKC").toLowerCase());
    return plain(small.normalize("NFD").replace(DROPPED, "").normalize("NFC"));
  }

  function variants(term) {
    if (term >= "\u0600" && term < "\u0700") {
      const bare = term.replace(ARABIC, "");
      return bare === term ? [] : [bare];
    }
    if (term >= "\u05d0" && term < "\u05eb") {
      const once = term.replace(HEBREW, "");
      const twice = once.replace(HEBREW, "");
      return [...new Set([once, twice])].filter((one) => one !== term);
    }
    return [];
  }

  /* What a text is cut into: `{run}` is a run of a script that is cut into pairs, `{term}` any other word; `spot`
     tells where a part of it begins and ends in the text. */
  function* pieces(text) {
    // The mark in a Hebrew acronym parts no words; something that nobody sees stands in its place.
    for (const found of text.replace(SHORTENED, "\u2060").matchAll(WORD)) {
      const whole = folded(found[0]);
      for (const { 0: part, index } of whole.matchAll(WORD)) {
        const piece = (base) => (from, to) => spot(found, whole, base + from, base + to);
        let at = 0;
        for (const run of part.matchAll(PAIRED)) {
          if (run.index > at) yield { term: part.slice(at, run.index), spot: piece(index + at) };
          at = run.index + run[0].length;
          yield { run: run[0], spot: piece(index + run.index) };
        }
        if (at < part.length) yield { term: part.slice(at), spot: piece(index + at) };
      }
    }
  }

  /* Folding may change how many characters a word has: ß, or Thai ำ. */
  function spot({ 0: word, index }, whole, from, to) {
    if (whole.length === word.length) return [index + from, index + to];
    const lengths = [...Array(word.length + 1).keys()].map((at) => folded(word.slice(0, at)).length);
    return [index + lengths.findLastIndex((length) => length <= from), index + lengths.findIndex((length) => length >= to)];
  }

  function* terms(text) {
    for (const { term, run } of pieces(text)) {
      if (term) yield term;
      else {
        const characters = [...run];
        for (let at = 0; at < characters.length; at += 1) yield characters.slice(at, at + 2).join("");
      }
    }
  }

  return { folded, pieces, simplify, terms, variants };
})();
