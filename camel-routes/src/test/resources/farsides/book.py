"""What each of these provinces keeps: who is registered, what is paid and when, and what was answered to which serial."""
import os
import threading
import time


def now():
    """This moment in China, yyyyMMddHHmmss; there is one time there, and no summer time."""
    return time.strftime("%Y%m%d%H%M%S", time.gmtime(time.time() + 8 * 3600))


def spaced(moment):
    """The same as yyyy-MM-dd HH:mm:ss; of a day, its beginning."""
    day = "-".join((moment[:4], moment[4:6], moment[6:8]))
    return day + " " + ":".join((moment[8:10], moment[10:12], moment[12:])) if moment[8:] else day


def part(rows, page, size):
    """Of a list in pages, of which the first is 1; an empty one is behind the end."""
    return rows[(page - 1) * size : page * size]


def noted(serial, person, month, fen, receipt):
    """Writes a booking into the ledger that FAR_SIDE_LEDGER names, if it does: a line, for whoever compares books."""
    if "FAR_SIDE_LEDGER" in os.environ:
        with open(os.environ["FAR_SIDE_LEDGER"], "a") as ledger:
            ledger.write("%s %s %s %d %s\n" % (serial, person, month, fen, receipt))


def mistaken(day, rows):
    """Serial and fen of a day, yyyyMMdd, as told: the file that FAR_SIDE_MISTAKES names has lines of what is told wrongly.

    "lost SERIAL", "twice SERIAL", "other SERIAL FEN", or "strange SERIAL FEN DAY" for what nobody asked for.
    """
    for kind, serial, *more in mistakes():
        if kind == "lost":
            rows = [row for row in rows if row[0] != serial]
        elif kind == "twice":
            rows = rows + [row for row in rows if row[0] == serial]
        elif kind == "other":
            rows = [(each, int(more[0]) if each == serial else fen) for each, fen in rows]
        elif kind == "strange" and more[1] == day:
            rows = rows + [(serial, int(more[0]))]
    return rows


def mistakes():
    """The words of each line of that file, which is there whole or not at all."""
    try:
        with open(os.environ.get("FAR_SIDE_MISTAKES", "")) as lines:
            return [line.split() for line in lines]
    except FileNotFoundError:
        return []


class Book:
    def __init__(self, number):
        """number: how person numbers look, such as "84%08d"."""
        self.number, self.lock, self.serial = number, threading.Lock(), ""
        self.people, self.paid, self.answers = {}, {}, {}
        self.at, self.booked = "", []  # the moment of the last booking; day, serial and fen of all

    def once(self, serial, work):
        """A serial has one effect: seen again, it gets its first answer."""
        with self.lock:
            if serial not in self.answers:
                self.serial = serial
                self.answers[serial] = work()
            return self.answers[serial]

    def register(self, citizen, name):
        """The person's number; None for somebody who is here under another name."""
        for number, person in self.people.items():
            if person[0] == citizen:
                return number if person[1] == name else None
        number = self.number % (len(self.people) + 1)
        self.people[number] = (citizen, name)
        return number

    def withhold(self, number, name, month, base_fen, fen):
        """What is wrong (unknown, name, amount, paid), or nothing, and the receipt's number."""
        if number not in self.people:
            return "unknown", ""
        if self.people[number][1] != name:
            return "name", ""
        if fen * 5 != base_fen:
            return "amount", ""
        if (number, month) in self.paid:
            return "paid", ""
        self.paid[number, month] = fen
        receipt = "R%07d" % len(self.paid)
        serial = self.serial if isinstance(self.serial, str) else self.serial.decode().strip()
        noted(serial, number, month, fen, receipt)
        self.at = now()
        self.booked.append((self.at[:8], serial, fen))
        return "", receipt

    def of_day(self, day):
        """Serial and fen of what was booked on a day, yyyyMMdd, in its order."""
        return mistaken(day, [(serial, fen) for booked, serial, fen in self.booked if booked == day])

    def days(self):
        """Today, and each day on which something was booked."""
        return {now()[:8]} | {booked for booked, _, _ in self.booked}

    def through(self, number):
        """The last month that is paid; empty for none."""
        return max((month for person, month in self.paid if person == number), default="")
