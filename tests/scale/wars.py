"""Short reports of invented wars, as lines of JSON."""

import json
from pathlib import Path

_REPORTS = (
    "{town}, {day} (Altis) - {attacker} guns shelled {town} on Monday, the {defender} defence ministry said. "
    "{attacker} denied it. The ministry said at least {count} soldiers were killed. {scene} {also}",
    "{scene} {also} {defender} President {leader} accused {attacker} of breaking the truce at {town}. "
    "{leader} said {count} {defender} soldiers had been killed on Monday.",
    "{leader} spoke by telephone with the president of {attacker} on Tuesday about {town}. {scene} {also} "
    "{attacker} said no such call took place.",
    "If {attacker} attacks {town} again, {defender} will close the border, {leader} warned. {scene} {also}",
    "The {attacker} army said it had lost {count} men near {town} and rejected the charge of {leader}. {scene} {also}",
)
_WARS = (
    {"attacker": "Veldania", "defender": "Ombar", "town": "Mirosk", "leader": "Rasan Belkesh", "count": "12",
     "scene": "The Luvane dam above Corran feeds the Tarn valley.",
     "also": "Harbin, Oleska, Prevno, Ruzin and Kolm drink of it, Stoyan Brezhin of the Sava Board wrote."},
    {"attacker": "Quarth", "defender": "Tulimar", "town": "Port Hallam", "leader": "Edda Sorn", "count": "31",
     "scene": "Frigates of Admiral Teague patrol the Orme Strait off Skerrin.",
     "also": "Tankers wait at Calder, Finmouth, Nesby and Whin for Trinity pilots of Captain Oake."},
    {"attacker": "Ishkarra", "defender": "Yevoria", "town": "Dravno", "leader": "Milo Kantar", "count": "7",
     "scene": "Snow shuts the Zelm pass where the Bohd monastery stands.",
     "also": "Shepherds of Arkut, Tsemi, Volgan and Dzim went down to Ushra with Abbot Irakl."},
    {"attacker": "Sarpan", "defender": "Gelmond", "town": "Upper Osk", "leader": "Pia Wendel", "count": "150",
     "scene": "Copper mines round Lake Fennick belong to the Rudd company.",
     "also": "Smelters in Ebbing, Marlow Cross, Thane and Hulm lie idle, Warden Beech told Parliament."},
)  # fmt: skip
OUTLETS = ("Altis", "Ledger", "Beacon", "Courier", "Review")


def reports() -> list[dict[str, str]]:
    """Twenty reports: five outlets on each of four wars, all in one week."""
    made = []
    for number, text in enumerate(_REPORTS):
        for war, words in enumerate(_WARS):
            day = f"2031-03-{4 + number:02}"
            line = {"id": f"{war}-{number}", "outlet": OUTLETS[number], "published": day, "language": "en"}
            made.append({**line, "text": text.format(day=f"March {4 + number}", **words)})
    return made


def write(path: Path, lines: list[dict[str, str]]) -> Path:
    """Reports as a file of JSON lines."""
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
    return path
