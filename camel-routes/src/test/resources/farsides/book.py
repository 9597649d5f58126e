"""What each of these provinces keeps: who is registered, what is paid, and what was answered to which serial."""
import os
import threading


def noted(serial, person, month, fen, receipt):
    """Writes a booking into the ledger that FAR_SIDE_LEDGER names, if it does: a line, for whoever compares books."""
    if "FAR_SIDE_LEDGER" in os.environ:
        with open(os.environ["FAR_SIDE_LEDGER"], "a") as ledger:
            ledger.write("%s %s %s %d %s\n" % (serial, person, month, fen, receipt))


class Book:
    def __init__(self, number):
        """number: how person numbers look, such as "84%08d"."""
        self.number, self.lock, self.serial = number, threading.Lock(), ""
        self.people, self.paid, self.answers = {}, {}, {}

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
        return "", receipt

    def through(self, number):
        """The last month that is paid; empty for none."""
        return max((month for person, month in self.paid if person == number), default="")
