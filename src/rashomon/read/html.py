"""Saved or fetched web pages: the article and what the page declares of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.model.text import FurnitureRole
from rashomon.read.cues import words
from rashomon.read.decoding import decoded, normalised
from rashomon.read.draft import Draft, problem, whole

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time' or @itemprop='datePublished'"
    " or @name='article:published_time' or @name='parsely-pub-date' or @name='pubdate' or @name='publishdate'"
    " or @name='publish-date' or @name='publication_date' or @name='dcterms.created' or @name='DC.date.issued'"
    " or @name='dc.date' or @name='DC.date' or @name='date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
_JSON_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")
_JSON_GENRE = re.compile(r"\"@type\"\s*:\s*\[?\s*\"(Opinion|Analysis)NewsArticle\"")
# htmldate refuses days after today by default; a case may be read in any year.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header li ol p pre section table td th tr ul".split()
)
_SENTENCE = re.compile(r"(?:\S+\s+){11,}\S+[.!?…][\"”’]?\s*$", re.M)


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the article of a page; DocumentError where the page holds none."""
    data = whole(stream)
    charset = _CHARSET.search(data[:4096])
    text, flaw = decoded(data, charset=charset[1].decode("ascii") if charset else None)
    if flaw:
        yield problem(source, "html", flaw)
    yield page_draft(text, source)


def page_draft(page: str, source: str, *, url: str | None = None) -> Draft:
    """The draft of a page's markup; `url` is where it was fetched.

    Raises:
        DocumentError: No article can be found in it.
    """
    import trafilatura  # start-up: only who reads pages needs it, and it takes a tenth of a second
    from trafilatura.settings import Document  # start-up: as above

    tree = trafilatura.load_html(_legal(page))
    if tree is None:
        raise DocumentError("no HTML in it")
    published, basis = _published(tree, page)
    captions = [" ".join(node.text_content().split()) for node in tree.iter("figcaption")]
    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    article = found if isinstance(found, Document) else None
    declared: Mapping[str, Any] = article.as_dict() if article is not None else {}
    title = normalised(declared.get("title") or "").strip() or None
    lines = _titled(_article(article, page), title)
    return Draft(
        text="\n\n".join(line for line, _ in lines),
        source=source,
        url=declared.get("url") or url,
        title=title,
        outlet=_site(declared),
        byline=_authors(declared.get("author")),
        published=published or declared.get("date"),
        published_basis=basis if published else "date on the page",
        language=tree.get("lang"),
        genre=_genre(declared, page),
        metadata=_kept(declared, captions),
        roles={line: role for line, role in lines if role},
    )


def _article(found: Any, page: str) -> list[tuple[str, FurnitureRole | None]]:
    """The paragraphs of the article; all words of the page where no article was found."""
    lines = list(_lines(found.body)) if found is not None and found.body is not None else []
    return lines if any(char.isalnum() for line, _ in lines for char in line) else _plain_lines(page)


def _titled(lines: list[tuple[str, FurnitureRole | None]], title: str | None) -> list[tuple[str, FurnitureRole | None]]:
    """The paragraphs with the title at their head, once."""
    if title is None:
        return lines
    rest = lines[1:] if lines[0][0].casefold() == title.casefold() else lines
    return [(lines[0][0] if rest is not lines else title, "title"), *rest]


def fragment_text(markup: str) -> str:
    """The words of a piece of HTML, its blocks as paragraphs."""
    if "<" not in markup:
        return normalised(markup).strip()
    try:
        tree = lxml_html.fromstring(f"<div>{_legal(markup)}</div>")
    except (etree.ParserError, ValueError):
        return ""
    for node in list(tree.iter("script", "style", "template", "noscript")):
        node.drop_tree()
    pieces: list[str] = []
    _walk(tree, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return normalised("\n\n".join(line for line in lines if line))


def _legal(page: str) -> str:
    """Markup that lxml takes as a string: no NULs, no declaration of another encoding."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page.replace("\x00", ""))


def _walk(node: Any, pieces: list[str]) -> None:
    block = node.tag in _BLOCKS or node.tag == "br"
    pieces.append("\n" if block else "")
    pieces.append((node.text or "").replace("\n", " ") if isinstance(node.tag, str) else "")
    for child in node:
        _walk(child, pieces)
        pieces.append((child.tail or "").replace("\n", " "))
    pieces.append("\n" if block else "")


def _lines(body: Any) -> Iterator[tuple[str, FurnitureRole | None]]:
    """Yield the paragraphs of an extracted article, with the role that its markup gives."""
    for node in body:
        if node.tag == "head":
            yield from ((line, "heading") for line in _pieces(node))
        elif node.tag in ("list", "quote", "table", "row", "div") and len(node):
            yield from ((line, None) for child in node for line in _pieces(child))
        else:
            yield from ((line, None) for line in _pieces(node))


def _pieces(node: Any) -> Iterator[str]:
    for line_break in node.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    for line in normalised("".join(node.itertext())).split("\n"):
        words_of_line = " ".join(line.split())
        if words_of_line:
            yield words_of_line


def _plain_lines(page: str) -> list[tuple[str, FurnitureRole | None]]:
    """All words of a page without an article, where they hold at least one real sentence."""
    text = fragment_text(page)
    if not _SENTENCE.search(text):
        raise DocumentError("no article in the page")
    return [(line, None) for line in text.split("\n\n")]


def _published(tree: Any, page: str) -> tuple[str | None, str]:
    for path in _PUBLISHED:
        for value in tree.xpath(path):
            if str(value).strip():
                return str(value).strip(), "page metadata"
    match = _JSON_DATE.search(page)
    return (match[1], "page metadata") if match else (None, "")


def _site(declared: Mapping[str, Any]) -> str | None:
    """The name of the site, where the page gives one (not merely its host)."""
    name, host = declared.get("sitename"), declared.get("hostname")
    if not name or (host and name.casefold() in (host.casefold(), host.casefold().partition(".")[0])):
        return None
    return normalised(str(name)).strip() or None


def _authors(author: str | None) -> tuple[str, ...]:
    pieces = (re.split(r"\s[·|–—]\s", piece)[0].strip() for piece in (author or "").split(";"))
    return tuple(normalised(piece) for piece in pieces if piece)


def _genre(declared: Mapping[str, Any], page: str) -> str | None:
    match = _JSON_GENRE.search(page)
    if match:
        return match[1].lower()
    for category in declared.get("categories") or ():
        for genre in ("opinion", "analysis", "statement"):
            if str(category).casefold() in words("genre", f"{genre}_label"):
                return genre
    return None


def _kept(declared: Mapping[str, Any], captions: list[str]) -> dict[str, Any]:
    kept = {name: declared.get(name) for name in ("description", "categories", "tags") if declared.get(name)}
    return kept | ({"captions": [caption for caption in captions if caption]} if any(captions) else {})
