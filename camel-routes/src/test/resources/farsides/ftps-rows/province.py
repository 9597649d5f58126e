"""A province behind a stock ProFTPD that answers each row of a file by a reply of its own, the last row first.

It knows nothing of Tongban's code. Works on the folders bank and si of its argument; ends with its standard input.
"""
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, mistakes, now  # noqa: E402

base = pathlib.Path(sys.argv[1])
CODES = {"": "A0", "unknown": "B1", "name": "B2", "amount": "B3", "paid": "B4"}
book = Book("81%08d")


def register(citizen, name, mobile):
    number = book.register(citizen, name)
    return ["A0", "", number] if number else ["B2", "姓名不符", ""]


def withhold(number, name, kind, month, wage, fen):
    wrong, receipt = book.withhold(number, name, month, int(wage), int(fen))
    assert kind == "Y", kind
    return [CODES[wrong], ""] + (["", "", ""] if wrong else [receipt, fen, book.at])


def told(kind, day, rows, fen):
    """Whole under its own name at once, for one that tells of a day is written again and again."""
    name = "TONGBAN-%s_%s.bal" % (day, kind)
    (base / "si" / (name + ".part")).write_text("\n".join(rows + ["SUM;%d;%d\n" % (len(rows), fen)]))
    (base / "si" / (name + ".part")).rename(base / "si" / name)
    (base / "si" / (name + ".ok")).touch()


def tell_day(day):
    """What was booked on a day, in sums and one by one; before anybody is told of another booking."""
    booked = book.of_day(day)
    fen = sum(fen for _, fen in booked)
    told("BS", day, ["%s;IN;Y;%d;%d" % (day, len(booked), fen)] if booked else [], fen)
    told("BI", day, ["%s;IN;%s;%d" % (day, serial, fen) for serial, fen in booked], fen)


def answer(stem, number, serial, fields, paid):
    name = stem + ("" if number == 1 else "-%d" % number) + ".ans"
    fen = int(fields[3]) if paid and fields[0] == "A0" else 0
    text = ";".join([serial, *fields]) + "\nSUM;1;%d\n" % fen
    (base / "si" / name).write_bytes(text.encode("gbk"))
    (base / "si" / (name + ".ok")).touch()


def take(stem, text):
    """Names stay octets, one character each: Python has not all of GBK, and no octet of it is a semicolon."""
    *rows, total, end = text.split("\n")
    kind = stem.split("_")[0]
    assert total.split(";")[:2] == ["SUM", str(len(rows))] and end == "", total
    work = {"RG": register, "WH": withhold}[kind]
    for number, row in enumerate(reversed(rows), 1):
        serial, *fields = row.split(";")
        said = book.once(serial, lambda fields=fields: work(*fields))
        tell_day(now()[:8])
        answer(stem, number, serial, said, kind == "WH")


def watch():
    seen, known = set(), mistakes()
    while True:
        if known != mistakes():
            known = mistakes()
            for day in sorted(book.days()):
                tell_day(day)
        for mark in sorted((base / "bank").glob("*.ok")):
            if mark.name not in seen:
                seen.add(mark.name)
                take(mark.stem, mark.with_suffix(".req").read_bytes().decode("latin-1"))
        time.sleep(0.03)


tell_day(now()[:8])
threading.Thread(target=watch, daemon=True).start()
sys.stdin.read()
