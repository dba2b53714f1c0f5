"""Case files: what an analyst tells of a conflict beforehand, read from YAML, and drafts of them.

In: a YAML file, or a case. Out: a `CaseFile` (see `model.case_file`), or the YAML of a draft.
Never: a conflict's own names; what a case file does to a case is the matter of `resolve`.
"""

from rashomon.case_files.reading import parsed, read_case_file
from rashomon.case_files.suggesting import Draft, suggested
from rashomon.case_files.writing import to_yaml

__all__ = ["Draft", "parsed", "read_case_file", "suggested", "to_yaml"]
