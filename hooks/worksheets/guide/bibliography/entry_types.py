"""The entry types and fields of BibTeX and biblatex: what each becomes in the style language, and what is not shown."""

KINDS = {
    "article": "article-journal",
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "proceedings", "booklet", "manual"), "book"),
    **dict.fromkeys(("incollection", "inbook", "bookinbook", "suppbook", "inreference"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("misc", "online", "electronic", "www"), "webpage"),
    "unpublished": "manuscript",
    "dataset": "dataset",
    "software": "software",
}
"""The kinds of entry that may be in the file, and what the style language calls them."""

OFFERED = "`@article`, `@book`, `@incollection`, `@inproceedings`, `@phdthesis`, `@report`, `@online`, `@misc`"
"""Those to offer to somebody whose kind is not among them."""

PEOPLE = ("author", "editor", "translator")
"""The fields that hold names."""

VARIABLES = {
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages", "eid", "article-number", "articleno"),
    "publisher": ("publisher", "institution", "school", "university", "organization"),
    "publisher-place": ("location", "address"),
    "edition": ("edition",),
    "genre": ("type",),
    "version": ("version",),
}
"""What the style language asks for, and the fields that say it, the first that is there."""

SUBTITLES = {"title": "subtitle", "journaltitle": "journalsubtitle", "journal": "journalsubtitle"} | {
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
}
"""The field that goes on where another ends."""

SHOWN = frozenset({"title", "year", "month", "day", "date", "pubstate", "doi", "url", "howpublished"}).union(
    PEOPLE, SUBTITLES.values(), *VARIABLES.values()
)
"""The fields that go into the reference."""

# fmt: off
NOT_SHOWN = frozenset({
    "abstract", "accession", "accessed", "annotation", "annote", "archive", "archiveprefix", "archivelocation",
    "arxivid", "author_keywords", "author+an", "bibsource", "biburl", "callnumber", "chapter", "citation-key",
    "citeulike-article-id", "collaborator", "comment", "comments", "copyright", "creationdate", "database",
    "date-added", "date-modified", "dateadded", "eissn", "electronic-issn", "entrysubtype", "eprint", "eprintclass",
    "eprinttype", "eventdate", "eventtitle", "file", "fjournal", "groups", "hyphenation", "ids", "indexterms",
    "isbn", "isrn", "issn", "issue-date", "journal-iso", "keyword", "keywords", "label", "langid", "langidopts",
    "language", "lastchecked", "lccn", "library", "local-url", "modificationdate", "month_numeric", "mrclass",
    "mrnumber", "nationality", "note", "numpages", "options", "origdate", "owner", "pagetotal", "part", "pii",
    "pmc", "pmcid", "pmid", "primaryclass", "priority", "printed", "publication_stage", "qualityassured", "rank",
    "ranking", "readstatus", "relevance", "research-areas", "research_notes", "review", "rights", "series",
    "shortauthor", "shortbooktitle", "shorteditor", "shortjournal", "shorttitle", "size", "sortkey", "sortname",
    "sorttitle", "sortyear", "source", "subject", "timestamp", "titleaddon", "unique-id", "urlday", "urlmonth",
    "urlyear", "urldate", "usera", "userb", "userc", "venue", "volumes", "web-of-science-categories", "work_type",
    "zblnumber",
})
# fmt: on
"""Fields that library tools write and that a reference in APA form does not show."""

NOT_SHOWN_PREFIXES = ("mendeley-", "bdsk-", "zotero-", "jabref-", "citavi", "x-", "_")


def is_left_out(field: str) -> bool:
    """Whether a field, named in small letters, is known and not shown."""
    return field in NOT_SHOWN or field.startswith(NOT_SHOWN_PREFIXES)
