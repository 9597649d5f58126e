"""A province behind an OpenSSH server: takes the files of one folder, books, and answers into another.

Written for one test, after the profile beside it, with nothing but Python's own library. Ends with its standard input.
"""
import hashlib
import io
import os
import sys
import threading
import time
import zipfile

base, charset = sys.argv[1], "gb18030"
up, down = os.path.join(base, "upload/sb"), os.path.join(base, "download/sb")
persons, answers, paid, booked = {}, {}, set(), []


def register(serial, citizen, name, mobile, place):
    known = persons.setdefault(citizen, (name, "97%08d" % (len(persons) + 1)))
    return ["0000", "", known[1]] if known[0] == name else ["2002", "", ""]


def withhold(serial, number, citizen, name, insurance, month, base_fen, fen, payer):
    known = persons.get(citizen)
    if known is None or known[1] != number:
        return ["2001", "", "", "", ""]
    if known[0] != name:
        return ["2002", "", "", "", ""]
    if int(fen) * 5 != int(base_fen):
        return ["3001", "", "", "", ""]
    if (citizen, insurance, month) in paid:
        return ["3002", "", "", "", ""]
    paid.add((citizen, insurance, month))
    booked.append(int(fen))
    return ["0000", "", "R%019d" % len(booked), fen, time.strftime("%Y%m%d%H%M%S")]


def answer(kind, row):
    serial = row[0]
    if serial not in answers:
        answers[serial] = (register if kind == "JS1001" else withhold)(*row)
    return [serial] + answers[serial]


def take(name):
    with open(os.path.join(up, name), "rb") as packed:
        octets = packed.read()
    with open(os.path.join(up, name + ".sha256")) as told:
        assert told.read() == "%s  %s\n" % (hashlib.sha256(octets).hexdigest(), name), "checksum"
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        (only,) = archive.namelist()
        assert only == name[: -len(".zip")], only
        lines = archive.read(only).decode(charset).split("\n")
    head, rows, total = lines[0].split(";"), [line.split(";") for line in lines[1:-2]], lines[-2].split(";")
    assert head[0] == "SB" and total[0] == "#" and int(total[1]) == len(rows), lines[-2]
    kind = head[2]
    replies = [answer(kind, row) for row in rows]
    fen = sum(int(reply[4]) for reply in replies if kind == "JS2001" and reply[1] == "0000")
    text = ["SB;YN;%s;%s" % (kind, head[3])] + [";".join(reply) for reply in replies] + ["#;%d;%d" % (len(replies), fen)]
    stem = only[: -len(".csv")]
    reply = stem + ".ret.zip"
    draft = os.path.join(down, reply)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(stem + ".ret", ("\n".join(text) + "\n").encode(charset))
    with open(draft, "rb") as written, open(draft + ".sha256", "w") as told:
        told.write("%s *%s\n" % (hashlib.sha256(written.read()).hexdigest(), reply))
    open(draft + ".ok", "w").close()


def until_told():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=until_told, daemon=True).start()
seen = set()
while True:
    for mark in sorted(os.listdir(up)):
        if mark.endswith(".ok") and mark not in seen:
            seen.add(mark)
            take(mark[: -len(".ok")] + ".csv.zip")
    time.sleep(0.05)
