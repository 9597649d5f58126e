"""A province behind a raw socket: XML in GBK behind its own letters and a length of eight digits that counts all of it.

It knows nothing of Tongban's code. Prints its port; ends with its standard input.
"""
import os
import pathlib
import socket
import sys
import threading
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, part  # noqa: E402

CODES = {"": "0000", "unknown": "1001", "name": "1002", "amount": "2001", "paid": "2002"}
BEFORE = b"SIMS01"
book = Book("83%08d")


def fen(yuan):
    return int(yuan.replace(".", "")) if yuan[-3:-2] == "." else -1


def tree(name, attributes, *children):
    node = ElementTree.Element(name, attributes)
    node.extend(children)
    return node


def leaf(name, text):
    node = ElementTree.Element(name)
    node.text = text
    return node


def register(asked):
    number = book.register(asked.findtext("Person/Zjhm"), asked.findtext("Person/Xm"))
    return ("0000", "", [tree("Person", {"id": number})]) if number else ("1002", "姓名不符", [])


def withhold(asked):
    person = asked.find("Person")
    wrong, receipt = book.withhold(
        person.get("id"),
        person.findtext("Xm"),
        asked.findtext("Due/Ny"),
        fen(asked.findtext("Due/Js")),
        fen(asked.findtext("Due/Je")),
    )
    if wrong or asked.findtext("Due/Xz") != "01":
        return CODES[wrong], "不能扣缴", []
    booked = [leaf("Je", asked.findtext("Due/Je")), leaf("Sj", book.at)]
    return "0000", "", [tree("Receipt", {"no": receipt}, *booked)]


def status(asked):
    through = book.through(asked.find("Person").get("id"))
    return "0000", "", [leaf("Count", "1"), tree("Cover", {"xz": "01", "zt": "1"}, leaf("Zz", through))]


def yuan(amount):
    return "%d.%02d" % divmod(amount, 100)


def rows(asked, covers):
    return "0000", "", [leaf("Day", asked.findtext("Day")), leaf("Count", str(len(covers))), *covers]


def totals(asked):
    booked = book.of_day(asked.findtext("Day"))
    all_of_it = leaf("Je", yuan(sum(amount for _, amount in booked)))
    return rows(asked, [tree("Cover", {"xz": "01", "bs": str(len(booked))}, all_of_it)] if booked else [])


def items(asked):
    some = part(book.of_day(asked.findtext("Day")), int(asked.findtext("Page")), 5)
    return rows(asked, [tree("Cover", {"no": serial}, leaf("Je", yuan(amount))) for serial, amount in some])


TRADES = {"R1": register, "W1": withhold, "S1": status, "S2": totals, "S3": items}


def answer(asked):
    head = asked.find("Head")
    kind, serial = head.get("code"), head.get("no")
    if kind == "Q1":
        said = book.answers.get(asked.findtext("Asked"), ("4004", "无此流水", []))
    elif head.findtext("Mm") != os.environ["FAR_SIDE_PASSWORD"] or head.findtext("Qh") != "510000" or serial[:2] != "MS":
        said = ("9999", "", [])
    else:
        said = book.once(serial, lambda: TRADES[kind](asked))
    code, message, body = said
    top = tree("Head", {"code": kind, "no": serial}, leaf("Code", code), leaf("Msg", message))
    return tree("Response", {}, top, *body)


def framed(content):
    return BEFORE + b"%08d" % (len(content) + len(BEFORE) + 8) + content


def serve(connection):
    with connection, connection.makefile("rb") as stream:
        while start := stream.read(len(BEFORE) + 8):
            if start[: len(BEFORE)] != BEFORE:
                return
            content = stream.read(int(start[len(BEFORE):]) - len(start))
            if content == b"PING":
                connection.sendall(framed(b"PONG"))
                continue
            text = content.decode("gb18030")
            declared, document = text.split("?>", 1)
            if declared != '<?xml version="1.0" encoding="GBK"':
                return
            out = '<?xml version="1.0" encoding="GB2312"?>' + ElementTree.tostring(
                answer(ElementTree.fromstring(document)), "unicode"
            )
            connection.sendall(framed(out.encode("gbk")))


def accept(server):
    while True:
        threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()


listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
threading.Thread(target=accept, args=(listening,), daemon=True).start()
sys.stdin.read()
