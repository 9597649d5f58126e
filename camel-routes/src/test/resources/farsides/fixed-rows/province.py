"""A province that takes files of rows in fixed places, by octets of GBK, and answers in the same way.

It knows nothing of Tongban's code. Works on the folders in and out of its argument; ends with its standard input.
"""
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, mistakes, now  # noqa: E402

base = pathlib.Path(sys.argv[1])
CODES = {"": b"00", "unknown": b"11", "name": b"12", "amount": b"13", "paid": b"14"}
book = Book("82%08d")


def cut(row, *widths):
    """The fields of a row, without their padding; names stay octets, one character each."""
    assert len(row) == sum(widths), (row, widths)
    fields, at = [], 0
    for width in widths:
        fields.append(row[at : at + width].decode("latin-1").rstrip(" "))
        at += width
    return fields


def register(row):
    serial, area, none, citizen, name, mobile = cut(row, 20, 4, 10, 18, 31, 12)
    assert area == "12" and none == "" and len(mobile) == 11, row
    number = book.register(citizen, name)
    return b"00" + b" " * 9 + number.encode() if number else b"12" + b" " * 19


def withhold(row):
    serial, area, number, name, kind, month, wage, fen, empty = cut(row, 20, 4, 10, 31, 2, 6, 14, 12, 5)
    assert kind == "1" and empty == "" and wage[-3] == ".", row
    wrong, receipt = book.withhold(number, name, month, round(float(wage) * 100), int(fen))
    # A message that is longer than its place is cut in the middle of a character, as a mainframe does.
    told = "已缴费成功".encode("gbk")[:9]
    return CODES[wrong] + told + (b" " * 30 if wrong else b"%012d%-10b%b" % (int(fen), receipt.encode(), book.at[:8].encode()))


def tell(name, rows, fen):
    """Whole under its own name at once, for one that tells of a day is written again and again."""
    lines = [("HD" + name[2:10] + name[:2] + "0001").encode(), *rows, b"TL%06d%016d" % (len(rows), fen), b""]
    (base / "out" / (name + ".part")).write_bytes(b"\n".join(lines))
    (base / "out" / (name + ".part")).rename(base / "out" / name)
    (base / "out" / (name + ".ok")).touch()


def tell_day(day):
    """What was booked on a day, in sums and one by one; before anybody is told of another booking."""
    booked = book.of_day(day)
    fen = sum(fen for _, fen in booked)
    tell("RZ%s.day" % day, [b"12  1 %06d%014d" % (len(booked), fen)] if booked else [], fen)
    tell("RM%s.day" % day, [b"12  %-20b   %012d" % (serial.encode(), fen) for serial, fen in booked], fen)


def take(stem, data):
    head, *rows, total, end = data.split(b"\n")
    kind, day, number = stem[:2], stem[2:10], stem[10:]
    assert head == ("HD" + day + kind + number).encode() and len(total) == 24 and end == b"", (head, total)
    assert int(total[2:8]) == len(rows), total
    work = {"DJ": register, "KK": withhold}[kind]
    replies = [row[:20] + book.once(row[:20], lambda row=row: work(row)) for row in rows]
    tell_day(now()[:8])
    fen = sum(int(reply[31:43]) for reply in replies if kind == "KK" and reply[20:22] == b"00")
    lines = [head, *replies, b"TL%06d%016d" % (len(replies), fen), b""]
    (base / "out" / (stem + ".ret")).write_bytes(b"\n".join(lines))
    (base / "out" / (stem + ".ret.ok")).touch()


def watch():
    seen, told = set(), mistakes()
    while True:
        if told != mistakes():
            told = mistakes()
            for day in sorted(book.days()):
                tell_day(day)
        for mark in sorted((base / "in").glob("*.ok")):
            if mark.name not in seen:
                seen.add(mark.name)
                take(mark.stem, mark.with_suffix(".dat").read_bytes())
        time.sleep(0.03)


tell_day(now()[:8])
threading.Thread(target=watch, daemon=True).start()
sys.stdin.read()
