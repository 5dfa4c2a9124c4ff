"""The one definition of every key in the content folder: validation and the JSON Schema both come from it."""

from __future__ import annotations

from digest.model import ChangeKind
from digest.read.keys.kinds import Choice, Count, Flag, Id, LanguageCode, Matching, Text, Time, Url
from digest.read.keys.records import ByLanguage, Field, ListOf, Record

_SHA256 = Matching("64 hexadecimal digits", "[0-9a-f]{64}")

QUOTE = Record(
    (
        Field("text", Text(), "The quotation, word for word as the text has it.", required=True),
        Field(
            "speaker", Text("a name"), "Who said it; null: nobody may be shown.",
            instead=("person", "who", "by", "author"), nobody=True,
        ),
        Field("language", LanguageCode(), "The language these words are in.", instead=("lang",)),
        Field(
            "spoken_language", LanguageCode(), "The language that was spoken.", instead=("original_language",)
        ),
        Field("said_at", Time(), "When it was said.", instead=("date", "when", "said")),
        Field("place", Text("a place"), "Where it was said.", instead=("where", "location")),
        Field(
            "paraphrase",
            Flag(),
            "Whether the text says it in its own words, without quotation marks.",
            instead=("indirect", "reported"),
        ),
    ),
    "a mapping with at least “text”",
)  # fmt: skip

RETRACTION = Record(
    (
        Field("reason", Text("a sentence"), "Why, for readers.", required=True, instead=("why", "because")),
        Field(
            "words", Choice(("kept", "withheld")),
            "Whether the page of corrections may show what was quoted.", instead=("quotes",),
        ),
    ),
    "a mapping with at least “reason”",
)  # fmt: skip

_PICTURE = r"(?!.*\.\.)[^\s/\\:][^\\:]*\.(?i:jpe?g|png|gif|webp|avif|svg)"

IMAGE = Record(
    (
        Field(
            "file", Matching("a picture such as img/harbour.jpg", _PICTURE),
            "A picture in the folder of pages.", required=True, instead=("src", "path", "url"),
        ),
        Field("alt", Text("what the picture shows"), "What it shows, for who cannot see it.", required=True),
        Field("credit", Text("a name"), "Who made it.", required=True, instead=("author", "by", "photo")),
        Field("license", Text("a licence such as CC BY 4.0"), "Under which it may be shown.", required=True,
              instead=("licence", "rights")),
    ),
    "a mapping: “file”, “alt”, “credit” and “license”",
)  # fmt: skip

ARTICLE = Record(
    (
        Field("title", Text("the headline"), "The headline.", required=True, instead=("headline",)),
        Field(
            "outlet", Id("an id of outlets.yml"), "Who published it: an id of outlets.yml.", required=True,
            instead=("source", "publisher", "site"),
        ),
        Field("language", LanguageCode(), "The language it is written in.", required=True, instead=("lang",)),
        Field("url", Url(), "Where it was published.", instead=("link", "source_url", "canonical")),
        Field("published", Time(), "When it was published.", instead=("date", "created", "publish_date")),
        Field("updated", Time(), "When it was last changed.", instead=("modified", "lastmod")),
        Field("authors", ListOf(Text("a name")), "Who wrote it.", instead=("author", "byline", "by")),
        Field(
            "topics", ListOf(Id("an id of topics.yml")), "Lasting subjects: ids of topics.yml.",
            instead=("topic", "tag", "tags", "categories", "category"),
        ),
        Field("story", Text("a word"), "Articles with the same word here are one story."),
        Field("quotes", ListOf(QUOTE), "What an editor knows of quotations in the text.", instead=("quote",)),
        Field(
            "not_quotes", ListOf(Text("words between quotation marks")),
            "Words between quotation marks that nobody said: a title, a term.",
            instead=("not_quote", "no_quotes"),
        ),
        Field("image", IMAGE, "A picture of the site's own for its page.", instead=("picture", "photo")),
        Field("archive_url", Url(), "A lasting copy of the page.", instead=("archive", "archived")),
        Field(
            "source_id", Text("an id"), "What an agency calls it, where it has no address.",
            instead=("guid", "urn"),
        ),
        Field(
            "evidence",
            Matching("a file such as evidence/2026/03/news.warc.gz", r"evidence/[^\s\\]+\.warc(\.gz)?"),
            "Where what was received is kept.",
        ),
        Field("fetched", Time(), "When it was received from its address."),
        Field("sha256", _SHA256, "The SHA-256 of what was read when it was added."),
        Field("text_sha256", _SHA256, "The SHA-256 of its text when added; edited texts stay."),
        Field(
            "correction", Text("a sentence or two"),
            "What was wrong in it as published, and what is right.", instead=("corrected", "erratum"),
        ),
        Field("retracted", RETRACTION, "Why the desk stands by it no more.", instead=("withdrawn",)),
        Field("draft", Flag(), "Whether to leave it out of the site."),
        Field(
            "written_by", Choice(("outlet", "desk")),
            "Whose words the text is: the outlet's, or our own desk's summary.", instead=("summary",),
        ),
    ),
    "a mapping with at least “title”, “outlet” and “language”",
)  # fmt: skip

OUTLET = Record(
    (
        Field(
            "name", Text("a name"), "The outlet's name as it writes it.", required=True, instead=("title",)
        ),
        Field("language", LanguageCode(), "The language it mostly writes in.", instead=("lang",)),
        Field(
            "country", Matching("a country code such as “VE”", "[A-Z]{2}"), "Where it is from (ISO 3166-1)."
        ),
        Field("url", Url(), "Its front page.", instead=("link", "site", "homepage")),
        Field("evidence", Flag(), "Whether its pages may be kept as they were received.", instead=("keep",)),
        Field("excerpt_words", Count(), "How many words of an article may be shown.", instead=("excerpt",)),
    ),
    "a mapping with at least “name”",
)

SOURCE = Record(
    (
        Field("url", Url(), "Of a feed, a sitemap or a page.", required=True, instead=("feed", "address")),
        Field("name", Text("a name"), "What it is called.", instead=("title",)),
        Field("language", LanguageCode(), "Of its articles, where they do not say.", instead=("lang",)),
        Field("page", Url(), "The page that a feed belongs to.", instead=("site", "home")),
        Field("folders", ListOf(Text("a folder")), "Where a feed reader had filed it.", instead=("folder",)),
        Field("limit", Count(), "How many pages are fetched for it in one run.", instead=("max",)),
    ),
    "a mapping with at least “url”",
)  # fmt: skip

OFFICE = Record(
    (
        Field("role", Text("an office"), "The office.", required=True, instead=("office", "name", "title")),
        Field("since", Time(), "Its first day.", instead=("from", "start", "begin")),
        Field("until", Time(), "Its last day.", instead=("to", "end")),
    ),
    "a mapping with at least “role”",
)

PERSON = Record(
    (
        Field("name", Text("a name"), "The name as the person's own language writes it.", required=True),
        Field("names", ByLanguage(), "The name as readers of other languages know it."),
        Field("aliases", ListOf(Text("a name")), "Other ways the name is written.", instead=("alias", "aka")),
        Field(
            "languages", ListOf(LanguageCode()), "Languages spoken in public.", instead=("language", "lang")
        ),
        Field("role", Text("an office"), "The office held now.", instead=("office", "position", "job")),
        Field("role_language", LanguageCode(), "The language in which role and offices are given."),
        Field("offices", ListOf(OFFICE), "Offices held, with their days.", instead=("roles", "positions")),
        Field(
            "wikidata",
            Matching("an id such as Q5582", r"Q[1-9]\d*"),
            "Its item in Wikidata.",
            instead=("qid",),
        ),
    ),
    "a mapping with at least “name”",
)

TOPIC = Record(
    (
        Field(
            "labels",
            ByLanguage(),
            "What the topic is called.",
            required=True,
            instead=("label", "names", "name"),
        ),
        Field("iptc", Matching("a code such as “medtop:20000593”", r"medtop:\d{8}"), "Its IPTC Media Topic."),
        Field(
            "under", Id("an id of topics.yml"), "The topic it is a part of.", instead=("parent", "broader")
        ),
        Field(
            "words",
            ByLanguage(
                "lists of words by language code, such as “en: [flood, flooded]”", ListOf(Text("a word"))
            ),
            "Words; a report that begins with one, or has it in its headline, is on the topic.",
            instead=("keywords", "terms"),
        ),
        Field(
            "people", ListOf(Id("an id of people.yml")), "A report that quotes or names one is on the topic."
        ),
        Field(
            "sections",
            ListOf(Matching("a folder of addresses, or OUTLET/FOLDER", r"[^\s/]+(?:/[^\s/]+)?")),
            "Reports whose address has this folder are on the topic.",
            instead=("section", "folders"),
        ),
    ),
    "a mapping with at least “labels”",
)

TERM = Record(
    (
        Field("keep", Text("a name"), "What stays as it is in every language.", instead=("name", "term")),
        Field(
            "words",
            ByLanguage(),
            "What the term is called in each language.",
            instead=("labels", "names", "translations", "terms"),
        ),
    ),
    "a mapping: “keep”, or “words” in two languages or more",
)

_ARTICLE_ID = Matching("an article as OUTLET/SLUG", r"[^\s/]+/[^\s/]+")

NOTHING = "nothing"
"""What an editor says has changed where a guess is wrong."""
STATEMENT = "statement"
"""The same where the two wordings are of different statements."""

DECISION = Record(
    (
        Field("together", ListOf(_ARTICLE_ID), "Articles that are one story.", instead=("merge", "join")),
        Field("apart", ListOf(_ARTICLE_ID), "Two articles that are not one story.", instead=("split",)),
        Field(
            "story",
            _ARTICLE_ID,
            "Any article of the story that “title”, “pin” or “hide” is about; the first of a “chapter”.",
            instead=("article", "id"),
        ),
        Field("title", ByLanguage(), "The story's headline.", instead=("titles", "headline")),
        Field(
            "pin", Flag(), "Whether the story stands at the top of the front page.", instead=("pinned", "top")
        ),
        Field("hide", Flag(), "Whether the story stays off the front page.", instead=("hidden", "unlisted")),
        Field(
            "chapter",
            ByLanguage(),
            "The headline of the chapter of a long story that begins with the article.",
            instead=("chapters",),
        ),
        Field(
            "changed",
            Choice((*(kind.value for kind in ChangeKind), NOTHING, STATEMENT)),
            "What two wordings of one statement have differently.",
            instead=("change", "changes"),
        ),
        Field(
            "wordings",
            ListOf(Matching("a wording's id, as `digest check` shows it", "[0-9a-f]{12}")),
            "The two wordings that “changed” is about.",
            instead=("wording", "quotes"),
        ),
    ),
    "a mapping: “together”, “apart”, “changed” with “wordings”, or “story” with “title”, “pin”, “hide” or "
    "“chapter”",
)
