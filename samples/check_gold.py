"""Check samples/gold.yaml against the reports, or print it with character offsets.

    python3 samples/check_gold.py            every quote found, vocabularies, references, ids; counts per kind
    python3 samples/check_gold.py --expand   the gold as one JSON object, records flat by kind, spans with offsets

Needs PyYAML only. For .txt and .md the text is the file. For .html and .eml it is made crudely here (tags and headers
stripped), so offsets of those are of this text; call `load(texts={"R3": ..., "R6": ...})` with the texts of your own
reader to get offsets into them.
"""

import calendar
import collections
import datetime
import email
import html
import json
import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent

# ------------------------------------------------------------------ vocabularies (records.md; PLOVER)
SAID = "statement event figure pledge position relation lever mention time furniture".split()
PLOVER = {
    "ACCUSE": "allege disapprove investigate",
    "AGREE": "",
    "AID": "",
    "ASSAULT": "abduct aerial beat destroy drone explosives firearms heavy-weapons primitive targeted",
    "COERCE": "arrest censor curfew deport martial-law restrict seize withhold",
    "CONCEDE": "",
    "CONSULT": "multilateral phone third-party visit",
    "COOPERATE": "",
    "MOBILIZE": "militia police troops weapons",
    "PROTEST": "boycott demo obstruct riot strike",
    "REJECT": "assist change meet yield",
    "REQUEST": "assist change meet yield",
    "RETREAT": "access ceasefire disarm release resign return withdraw",
    "SANCTION": "convict discontinue expel withdraw",
    "SUPPORT": "",
    "THREATEN": "arrest expel relations restrict territory violence",
}
STATUS = "aggregate alleged asserted attributed denied hypothetical judged negated planned".split()
WORDS = {  # alphabetical
    ("document", "genre"): "analysis opinion report statement unknown".split(),
    ("actor", "type"): [
        "alliance",
        "armed group",
        "government",
        "organisation",
        "outlet",
        "people",
        "person",
        "place",
        "state",
    ],
    ("mention", "form"): "demonym description name pronoun title".split(),
    ("mention", "reading"): "actor outlet people place".split(),
    ("statement", "act"): "accuse admit demand deny judge predict promise propose reject say threaten warn".split(),
    ("statement", "form"): "direct indirect mixed".split(),
    ("event", "type"): list(PLOVER),
    ("event", "status"): STATUS,
    ("figure", "status"): STATUS,
    ("relation", "status"): STATUS,
    ("figure", "counts"): "captured displaced equipment killed missing money other troops wounded".split(),
    ("figure", "bound"): ["about", "at least", "at most", "exact", "undisclosed", "vague"],
    ("figure", "category"): "all civilian military unspecified".split(),
    ("figure", "loss_of"): "both enemy own unspecified".split(),
    ("pledge", "form"): ["exemption", "if", "pact", "red line", "ultimatum", "unless", "until"],
    ("position", "stance"): ["accepts", "aims at", "demands", "offers", "opposes", "rejects", "supports"],
    ("relation", "type"): [
        "ally",
        "arms",
        "borders",
        "chairs",
        "defence pact",
        "fights for",
        "hostile to",
        "leads",
        "mediates between",
        "member of",
        "part of",
        "sanctions",
        "speaks for",
        "supports",
        "trades with",
    ],
    ("truce", "fate"): "collapsed failing holding superseded unknown".split(),
    ("difference", "type"): [
        "change of position",
        "contested allegation",
        "contradiction",
        "denial",
        "error in source",
        "mutual blame",
        "other count",
        "other date",
        "other framing",
        "other precision",
        "other scope",
    ],
    ("contact", "type"): "call letter meeting visit".split(),
}
GRANULARITY = "year month week day part time interval".split()
TIMES = "published said happened as_of since when agreed in_force ended span".split()
SPANS = "cue content condition response covers exempts issue means cost_to_holder scope".split()
PARTIES = "speaker addressee accused initiators recipients places side by holder over subject object".split()
DEFAULTS = {
    "statement": dict(
        addressee=None, accused=None, of=None, via=[], channel="unspecified", free_indirect=False, optional=False
    ),
    "event": dict(
        mode=None, initiators=[], recipients=[], places=[], status="asserted", background=False, optional=False
    ),
    "figure": dict(
        category="unspecified", loss_of="unspecified", status="asserted", background=False, since=None, optional=False
    ),
    "pledge": dict(covers=None, exempts=None, optional=False),
    "position": dict(optional=False),
    "relation": dict(scope=None, exempts=None, status="asserted", when=None, optional=False),
    "lever": dict(optional=False),
}
PLURAL = {"story": "stories", "furniture": "furniture"}


def texts_here(documents):
    """The text of each report, crudely: {document id: text}."""
    out = {}
    for d in documents:
        path = HERE / d["source"]
        raw = path.read_bytes().decode("utf-8")
        if path.suffix == ".html":
            raw = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", raw)
            raw = html.unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"</?(a|b|i|em|strong|span)\b[^>]*>", "", raw)))
        elif path.suffix == ".eml":
            mail = email.message_from_string(raw)
            raw = mail["Subject"] + "\n\n" + mail.get_payload()
        out[d["id"]] = raw
    return out


def pattern(quote):
    """Whole words only; runs of white space count as one blank."""
    words = r"\s+".join(re.escape(w) for w in quote.split())
    return re.compile((r"\b" if quote[:1].isalnum() else "") + words + (r"\b" if quote[-1:].isalnum() else ""))


def find(quote, text, start=0, end=None, nth=1):
    """(start, end) of the nth occurrence, or None."""
    for n, m in enumerate(pattern(quote).finditer(text, start, len(text) if end is None else end), 1):
        if n == nth:
            return m.start(), m.end()
    return None


def count(quote, text):
    return len(pattern(quote).findall(text))


def time_of(value):
    """'FROM[/TO] [granularity] | basis' -> {"earliest", "latest", "granularity", "basis"}; None stays None."""
    if value is None:
        return None
    spec, _, basis = str(value).partition("|")
    spec, _, word = spec.strip().partition(" ")
    first, slash, last = spec.partition("/")
    last = last if slash else first
    shape = {4: "year", 7: "month", 10: "day"}.get(len(first), "time") if not slash else "interval"

    def edge(x, upper):
        if not x:
            return None
        if len(x) == 4:
            return x + ("-12-31" if upper else "-01-01")
        if len(x) == 7:
            return f"{x}-{calendar.monthrange(int(x[:4]), int(x[5:]))[1] if upper else 1:02}"
        if "T24:00" in x:
            return (datetime.date.fromisoformat(x[:10]) + datetime.timedelta(1)).isoformat() + "T00:00"
        datetime.datetime.fromisoformat(x)
        return x

    return {
        "earliest": edge(first, False),
        "latest": edge(last, True),
        "granularity": word or shape,
        "basis": basis.strip(),
    }


def listed(x):
    if x is None:
        return []
    return x if isinstance(x, list) else [x]


class Gold:
    """The gold read in: `records` flat by kind, `problems` found on the way."""

    def __init__(self, texts=None):
        raw = yaml.load(
            (HERE / "gold.yaml").read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        self.problems, self.spans = [], 0
        self.texts = {**texts_here(raw["documents"]), **(texts or {})}
        self.guidelines = raw["guidelines"]
        self.records = {k: [] for k in ["document", "actor", *SAID]}
        for a in raw["actors"]:
            self.records["actor"].append({"kind": "actor", "country": None, "roles": [], **a})
        self.actors = {a["id"] for a in raw["actors"]}
        for d in raw["documents"]:
            self.records["document"].append(self.said("document", d, d["id"]))
        for doc, kinds in raw["reports"].items():
            for plural, rows in kinds.items():
                kind = plural if plural == "furniture" else plural.rstrip("s")
                for row in rows:
                    self.records[kind].append(self.said(kind, {**DEFAULTS.get(kind, {}), **row}, doc))
        for kind in "happening truce contact story must_not_merge must_merge difference corroboration question as_of trap".split():
            rows = raw.get(PLURAL.get(kind, kind + "s"), raw.get(kind, []))
            self.records[kind] = [self.times({"kind": kind, **row}) for row in rows]
        self.by_id = {r["id"]: r for rows in self.records.values() for r in rows}
        self.derive()
        self.check()

    def bad(self, who, what):
        self.problems.append(f"{who}: {what}")

    def span(self, doc, at):
        self.spans += 1
        a, b = at
        return {"document": doc, "start": a, "end": b, "text": self.texts[doc][a:b]}

    def evidence(self, row, doc):
        """The spans of `quote`, in the report or inside `context`."""
        text, out = self.texts[doc], []
        start, end = 0, None
        if "context" in row:
            hit = find(row["context"], text)
            if not hit or count(row["context"], text) > 1:
                self.bad(row["id"], f"context not found once: {row['context']!r}")
                return []
            start, end = hit
        for q in listed(row["quote"]):
            q = q if isinstance(q, dict) else {"quote": q, "nth": row.get("nth")}
            hit = find(q["quote"], text, start, end, q.get("nth") or 1)
            if not q.get("nth") and row["kind"] != "document" and count(q["quote"], text[start:end]) > 1:
                self.bad(row["id"], f"quote occurs more than once, nth needed: {q['quote'][:70]!r}")
            if not hit:
                self.bad(row["id"], f"quote not in {doc}: {q['quote'][:70]!r}")
                continue
            out.append(self.span(doc, hit))
        return out

    def inside(self, row, field, value, evidence):
        """One span value -> span, looked up inside the evidence."""
        q = value if isinstance(value, dict) else {"quote": value}
        n = q.get("nth", 1)
        for e in evidence:
            hits = count(q["quote"], e["text"])
            if n <= hits:
                return self.span(e["document"], find(q["quote"], self.texts[e["document"]], e["start"], e["end"], n))
            n -= hits
        self.bad(row["id"], f"{field} not inside the evidence: {q['quote']!r}")
        return None

    def parties(self, row, field, value, evidence):
        """-> list of {"actor", "span"} for a statement's speaker, else ids or lists of ids; words that are no id stay words."""
        if isinstance(value, dict):
            out = []
            for ids, words in value.items():
                span = self.inside(row, field, words, evidence) if words else None
                out += [{"actor": i, "span": span} for i in ids.split(",")]
            return out[0] if len(out) == 1 else out
        one = [
            {"actor": v, "span": None}
            if v in self.actors
            else {"actor": None, "span": self.inside(row, field, v, evidence)}
            for v in listed(value)
        ]
        for v in listed(value):
            if v not in self.actors and v.upper() == v:
                self.bad(row["id"], f"{field}: unknown actor {v}")
        return one if isinstance(value, list) else one[0] if one else None

    def times(self, row):
        for f in TIMES:
            if f in row:
                try:
                    row[f] = time_of(row[f])
                except ValueError as e:
                    self.bad(row["id"], f"{f}: {e}")
                    continue
                t = row[f]
                if t and t["granularity"] not in GRANULARITY:
                    self.bad(row["id"], f"{f}: granularity {t['granularity']!r}")
                if t and t["earliest"] and t["latest"] and t["earliest"][:10] > t["latest"][:10]:
                    self.bad(row["id"], f"{f}: earliest after latest")
        return row

    def said(self, kind, row, doc):
        row = self.times({"kind": kind, "document": doc, **row})
        ev = row["evidence"] = self.evidence(row, doc)
        if kind not in ("document", "time", "mention", "furniture"):
            if kind not in ("lever",) or "according_to" in row:
                row["according_to"] = row.get("according_to", [doc])
            if kind == "statement":
                speakers = listed(self.parties(row, "speaker", row["speaker"], ev))
                row["according_to"] = [i["actor"] for i in speakers if i["actor"]][:1] + row["via"] + [doc]
            row.setdefault("according_to", [doc])
        for f in SPANS:
            if row.get(f) is not None and ev:
                got = [self.inside(row, f, v, ev) for v in listed(row[f])]
                row[f] = got if isinstance(row[f], list) else got[0]
        for f in PARTIES:
            if row.get(f) is not None:
                row[f] = self.parties(row, f, row[f], ev)
        if "timex" in row:
            row["timex"] = {"type": row["timex"][0], "value": str(row["timex"][1])}
        for q in ("quote", "nth"):
            row.pop(q, None)
        return row

    def derive(self):
        """Accounts of happenings; evidence of truces, differences, corroborations from their records."""

        def evidence(ids):
            return [e for i in ids for e in self.by_id.get(i, {}).get("evidence", [])]

        for h in self.records["happening"]:
            voices = collections.OrderedDict()
            for i in h["events"]:
                e = self.by_id.get(i)
                if e:
                    voices.setdefault((e["according_to"][0], e["status"]), []).append(i)
            h["accounts"] = [{"voice": v, "status": s, "events": ids} for (v, s), ids in voices.items()]
        for t in self.records["truce"]:
            t["evidence"] = evidence(t["records"])
        for d in self.records["difference"]:
            for s in d["sides"]:
                s["evidence"] = evidence(s["records"])
                times = (self.by_id.get(i, {}).get(f) for i in s["records"] for f in ("said", "as_of", "happened"))
                s["said"] = next((t for t in times if t), None)
        for c in self.records["corroboration"]:
            c["evidence"] = evidence(c["members"])

    # -------------------------------------------------------------- checks that need everything read in
    def check(self):
        ids = collections.Counter(r["id"] for rows in self.records.values() for r in rows)
        for i, n in ids.items():
            if n > 1:
                self.bad(i, "id not unique")
        for kind, rows in self.records.items():
            for r in rows:
                self.check_words(kind, r)
                self.references(r, r["id"])
        for d in self.records["document"]:
            if d["id"] not in self.texts or len(self.texts[d["id"]]) < 1000:
                self.bad(d["id"], "no text")
        whole = "\n".join(self.texts.values())
        for a in self.records["actor"]:
            for n in a["names"]:
                if not count(n, whole):
                    self.bad(a["id"], f"name in no report: {n!r}")
        for want, kind in ((10, "question"), (4, "as_of"), (7, "document")):
            if len(self.records[kind]) != want:
                self.bad(kind, f"{len(self.records[kind])} instead of {want}")
        if {d["type"] for d in self.records["difference"]} != set(WORDS["difference", "type"]):
            self.bad("difference", "not every type occurs")

    def check_words(self, kind, r):
        for (k, field), words in WORDS.items():
            if k == kind and field in r:
                for v in [r[field], *(r.get("accept") or {}).get(field, [])]:
                    if v not in words:
                        self.bad(r["id"], f"{field} {v!r}")
        if kind == "event":
            modes = {m for t in [r["type"], *(r.get("accept") or {}).get("type", [])] for m in PLOVER[t].split()}
            for m in [r["mode"], *(r.get("accept") or {}).get("mode", [])]:
                if m and m not in modes:
                    self.bad(r["id"], f"mode {m!r} of {r['type']}")
        if kind == "figure" and r["bound"] not in ("vague", "undisclosed") and r["low"] is None and r["high"] is None:
            self.bad(r["id"], "no value")
        if kind == "statement" and r["accused"] is None and r["act"] == "accuse":
            self.bad(r["id"], "accuse without accused")
        if kind == "time" and r["timex"]["type"] not in ("DATE", "TIME", "DURATION", "SET"):
            self.bad(r["id"], "timex type")
        if kind == "time" and r["when"] and r["when"]["earliest"] and r["evidence"]:
            words, first = r["evidence"][0]["text"], r["when"]["earliest"][:10]
            named = next((d for d in calendar.day_name if d in words and "midnight" not in words), None)
            if named and named != calendar.day_name[datetime.date.fromisoformat(first).weekday()]:
                self.bad(r["id"], f"{first} is no {named}")
        if kind in SAID and kind != "furniture" and not r["evidence"]:
            self.bad(r["id"], "no evidence")
        if kind in SAID and not r["id"].startswith(r["document"] + "."):
            self.bad(r["id"], "id of another report")

    REF = "events members records evidence ids documents contacts planned pledges_open pledges_triggered figure of".split()
    ACTORS = "outlet upstreams via according_to participants parties brokers who by whom actor voice".split()

    def references(self, x, who):
        if isinstance(x, dict):
            for f, v in x.items():
                if f in ("accept", "names", "roles", "own_dead", "enemy_dead"):
                    continue
                if f in self.REF:
                    for i in listed(v):
                        if isinstance(i, str) and i not in self.by_id:
                            self.bad(who, f"{f}: no such record {i}")
                elif f in self.ACTORS:
                    for i in listed(v):
                        if isinstance(i, str) and i not in self.actors and i not in self.texts:
                            self.bad(who, f"{f}: no such actor {i}")
                if f == "truces":
                    self.references({"records": list(v)}, who)
                self.references(v, who)
        elif isinstance(x, list):
            for v in x:
                self.references(v, who)

    def flat(self):
        out = {"guidelines": self.guidelines}
        for kind, rows in self.records.items():
            out[PLURAL.get(kind, kind if kind in ("as_of", "must_merge", "must_not_merge") else kind + "s")] = rows
        return out


def load(texts=None):
    """The gold, flat by kind with spans as offsets. `texts` replaces the crude texts: {"R3": ..., "R6": ...}."""
    return Gold(texts).flat()


def main():
    gold = Gold()
    if "--expand" in sys.argv[1:]:
        print(json.dumps(gold.flat(), ensure_ascii=False, indent=1))
    else:
        for kind, rows in gold.records.items():
            soft = sum(bool(r.get("optional")) for r in rows)
            print(f"{kind:15} {len(rows):4}" + (f"  ({soft} optional)" if soft else ""))
        print(f"{gold.spans} spans found in {len(gold.texts)} reports")
    for p in gold.problems:
        print(p, file=sys.stderr)
    print(f"{len(gold.problems)} problems", file=sys.stderr)
    return 1 if gold.problems else 0


if __name__ == "__main__":
    sys.exit(main())
