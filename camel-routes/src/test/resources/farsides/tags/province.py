"""A province behind a raw socket: tags, lengths and values in GBK, the frame's length in BCD, connections that stay open.

It knows nothing of Tongban's code. Prints its port; ends with its standard input.
"""
import os
import pathlib
import socket
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, part  # noqa: E402

CODES = {"": "00", "unknown": "11", "name": "12", "amount": "21", "paid": "22"}
book = Book("84%08d")


def fen(yuan):
    return int(yuan.replace(".", "")) if yuan[-3:-2] == "." else -1


def register(asked):
    number = book.register(asked[0xDF01], asked[0xDF02])
    return [(0x9F07, "00"), (0xDF10, number)] if number else [(0x9F07, "12")]


def withhold(asked):
    wrong, receipt = book.withhold(
        asked[0xDF10], asked[0xDF02], asked[0xDF12], fen(asked[0xDF13]), fen(asked[0xDF14])
    )
    if wrong or asked[0xDF11] != "01":
        return [(0x9F07, CODES[wrong]), (0x9F08, "不能扣缴")]
    return [(0xDF16, book.at), (0xDF15, receipt), (0xDF14, asked[0xDF14]), (0x9F07, "00")]


def status(asked):
    return [(0x9F07, "00"), (0xDF11, "01"), (0xDF18, "1"), (0xDF19, book.through(asked[0xDF10]))]


def yuan(amount):
    return "%d.%02d" % divmod(amount, 100)


def totals(asked):
    booked = book.of_day(asked[0xDF20].replace("-", ""))
    sums = [(0xDF11, "01"), (0xDF21, str(len(booked))), (0xDF14, yuan(sum(amount for _, amount in booked)))]
    return [(0x9F07, "00"), (0xDF20, asked[0xDF20])] + (sums if booked else [])


def items(asked):
    said = [(0x9F07, "00")]
    for serial, amount in part(book.of_day(asked[0xDF20].replace("-", "")), int(asked[0xDF22]), 5):
        said += [(0xDF17, serial), (0xDF14, yuan(amount))]
    return said


TRADES = {"A1": register, "A2": withhold, "A4": status, "A5": totals, "A6": items}


def answer(asked):
    kind, serial = asked[0x9F01], asked[0x9F02]
    if kind == "A3":
        said = book.answers.get(asked[0xDF17], [(0x9F07, "44")])
    elif asked[0x9F04] != os.environ["FAR_SIDE_PASSWORD"] or asked[0x9F06] != "510000" or serial[:2] != "QY":
        said = [(0x9F07, "99")]
    else:
        said = book.once(serial, lambda: TRADES[kind](asked))
    return [(0x9F02, serial), (0x9F01, kind)] + said


def parsed(frame):
    values, at = {}, 0
    while at < len(frame):
        tag, length = int.from_bytes(frame[at:at + 2], "big"), int.from_bytes(frame[at + 2:at + 4], "big")
        values[tag] = frame[at + 4:at + 4 + length].decode("gb18030")
        at += 4 + length
    return values


def framed(content):
    return bytes.fromhex("%04d" % len(content)) + content


def serve(connection):
    with connection, connection.makefile("rb") as stream:
        while length := stream.read(2):
            frame = stream.read(int(length.hex()))
            if frame == b"PING":
                connection.sendall(framed(b"PONG"))
                continue
            out = b""
            for tag, text in answer(parsed(frame)):
                octets = text.encode("gbk")
                out += tag.to_bytes(2, "big") + len(octets).to_bytes(2, "big") + octets
            connection.sendall(framed(out))


def accept(server):
    while True:
        threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()


listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
threading.Thread(target=accept, args=(listening,), daemon=True).start()
sys.stdin.read()
