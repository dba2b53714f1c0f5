"""Truces and contacts on whole dossiers: found, between whom, brokered by whom, with what fate, told by whom."""

from quality.ledgers import Ledgers
from quality.samples import dossiers


def truces() -> dict[str, float]:
    """The measures of truces and contacts of each dossier, 0 to 100."""
    return {
        f"{name}: {measure}": value
        for name, read in dossiers()
        for measures in (Ledgers(*read).truces(), Ledgers(*read).contacts())
        for measure, value in measures
    }
