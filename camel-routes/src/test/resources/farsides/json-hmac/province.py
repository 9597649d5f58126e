"""A province's service in JSON over HTTP, under a shared key (HMAC with SM3 of OpenSSL), in names of its own.

It knows nothing of Tongban's code. Prints its port; ends with its standard input.
"""
import hashlib
import hmac
import json
import os
import pathlib
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, now  # noqa: E402

CODES = {"unknown": "404", "name": "409", "amount": "412", "paid": "208"}
book, tickets = Book("87%08d"), set()


def signature(members):
    pairs = []
    for name in sorted(members):
        value = members[name]
        text = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        if name != "qm" and text:
            pairs.append(name + "=" + text)
    key = os.environ["FAR_SIDE_PASSWORD"].encode()
    return hmac.new(key, "&".join(pairs).encode(), lambda octets=b"": hashlib.new("sm3", octets)).hexdigest()


def register(asked):
    number = book.register(asked["sfzh"], asked["xm"])
    return {"zt": "200", "grbh": number} if number else {"zt": "409"}


def withhold(asked):
    if len(asked["jfje"]) != 12 or not asked["dwdm"]:
        return {"zt": "412"}
    wrong, receipt = book.withhold(asked["grbh"], asked["xm"], asked["ny"], int(asked["jfjs"]), int(asked["jfje"]))
    return {"zt": CODES[wrong]} if wrong else {"zt": "200", "pzh": receipt, "jfje": asked["jfje"], "rq": book.at[:8]}


def status(asked):
    return {"zt": "200", "rows": [{"xz": "1", "cbzt": "9", "zz": book.through(asked["grbh"])}]}


def totals(asked):
    booked = book.of_day(asked["rjrq"])
    fen = sum(fen for _, fen in booked)
    row = {"rjrq": asked["rjrq"], "xz": "1", "bs": str(len(booked)), "jfje": "%012d" % fen}
    return {"zt": "200", "rows": [row] if booked else []}


def items(asked):
    """All at once, in one answer."""
    of_day = book.of_day(asked["rjrq"])
    return {"zt": "200", "rows": [{"rjrq": asked["rjrq"], "ylsh": no, "jfje": "%012d" % fen} for no, fen in of_day]}


KINDS = {"cbdj": register, "dkjf": withhold, "cbcx": status, "rjhz": totals, "rjmx": items}


def answered(asked):
    kind, serial = asked["ywbm"], asked["lsh"]
    if asked["qm"] != signature(asked) or asked["xzqh"] != "4312" or not serial.startswith("YS"):
        return {"zt": "403"}
    if kind == "qd":
        tickets.add("Q%d" % len(tickets))
        return {"zt": "200", "qdh": max(tickets)}
    if asked.get("qdh") not in tickets:
        return {"zt": "401"}
    if kind == "lscx":
        return book.answers.get(asked["ylsh"], {"zt": "410"})
    return book.once(serial, lambda: KINDS[kind](asked))


class Service(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        said = dict(answered(asked), lsh=asked["lsh"], ms="", sj=now())
        said["qm"] = signature(said)
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(200 if self.path.endswith("/" + asked["ywbm"]) else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
