"""A province's service as another vendor built it: XML in GBK by POST, no envelope. It knows nothing of Tongban's code.

Prints its port; ends with its standard input.
"""
import os
import pathlib
import sys
import threading
import xml.etree.ElementTree as ElementTree
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import mistaken, noted, now, spaced  # noqa: E402

people, answers, paid, booked = {}, {}, {}, []
lock = threading.Lock()


def register(body):
    number = next((n for n, p in people.items() if p[0] == body.findtext("Zjhm")), f"8{len(people) + 1:07d}")
    people[number] = (body.findtext("Zjhm"), body.findtext("Xm"))
    return "0", "", {"Grbh": number}


def withhold(body):
    number, month, amount = body.findtext("Grbh"), body.findtext("Ny"), body.findtext("Je")
    if number not in people:
        return "101", "查无此人", {}
    if people[number][1] != body.findtext("Xm"):
        return "102", "姓名不符", {}
    if len(amount) != 13 or amount[0] != "+" or int(body.findtext("Js")) != int(amount) * 5:
        return "201", "金额不符", {}
    if (number, month) in paid:
        return "202", "该月已缴", {}
    paid[number, month] = amount
    noted(body.findtext("Lsh"), number, month, int(amount), f"PZ{len(paid)}")
    day = now()[:8]
    booked.append((day, body.findtext("Lsh"), int(amount)))
    return "0", "", {"Pzh": f"PZ{len(paid)}", "Je": amount, "Rq": spaced(day)}


def inquire(body):
    return answers.get(body.findtext("Ylsh"), ("404", "无此流水", {}))


def status(body):
    months = sorted(month for number, month in paid if number == body.findtext("Grbh"))
    return "0", "", {"List": [{"Xz": "1", "Zt": "0", "Zz": months[-1] if months else ""}]}


def of_day(asked):
    return mistaken(asked, [(serial, fen) for day, serial, fen in booked if day == asked])


def totals(body):
    all_of_it = of_day(body.findtext("Rq"))
    row = {"Lx": "K", "Xz": "1", "Bs": str(len(all_of_it)), "Je": "+%012d" % sum(fen for _, fen in all_of_it)}
    return "0", "", {"Rq": body.findtext("Rq"), "List": [row] if all_of_it else []}


def items(body):
    """All at once, in one answer."""
    rows = [{"Lx": "K", "Ylsh": serial, "Je": "+%012d" % fen} for serial, fen in of_day(body.findtext("Rq"))]
    return "0", "", {"List": rows}


TRADES = {"D01": register, "K01": withhold, "C01": inquire, "C02": status, "R01": totals, "R02": items}


def element(name, value):
    node = ElementTree.Element(name)
    if isinstance(value, str):
        node.text = value
        return node
    for row in value:
        item = ElementTree.SubElement(node, "Item")
        item.extend(element(key, cell) for key, cell in row.items())
    return node


class Service(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        octets = self.rfile.read(int(self.headers["Content-Length"]))
        text = octets.decode("gb18030")
        if not text.startswith('<?xml version="1.0" encoding="GBK"?>'):
            self.send_error(400)
            return
        request = ElementTree.fromstring(text.split("?>", 1)[1])
        serial = request.findtext("Lsh")
        trade = request.get("trade")
        if request.tag != "In" or request.findtext("Mm") != os.environ["FAR_SIDE_PASSWORD"] or trade not in TRADES:
            self.send_error(403)
            return
        with lock:
            if trade == "C01" or serial not in answers:
                result = TRADES[trade](request)
                if trade != "C01":
                    answers[serial] = result
            else:
                result = answers[serial]
        out = ElementTree.Element("Out", {"lsh": serial, "code": result[0], "ver": "3"})
        out.append(element("Msg", result[1]))
        out.extend(element(key, value) for key, value in result[2].items())
        body = ('<?xml version="1.0" encoding="GB2312"?>' + ElementTree.tostring(out, "unicode")).encode("gb18030")
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
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
