"""A province behind a message broker: XML with nested elements, each message a line of base64 on its standard input.

It knows nothing of Tongban's code. A line is "correlation base64", in and out; ends with its standard input.
"""
import base64
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from book import Book, part, spaced  # noqa: E402

CODES = {"unknown": "1", "name": "2", "amount": "3", "paid": "4"}
book = Book("93%08d")


def register(asked):
    number = book.register(asked.findtext("Person/Id"), asked.findtext("Person/Name"))
    return ("0", "<Person><No>%s</No></Person>" % number) if number else ("2", "")


def withhold(asked):
    amount = asked.findtext("Fee/Amount")
    wrong, receipt = book.withhold(
        asked.findtext("Person/No"), asked.findtext("Person/Name"), asked.findtext("Fee/Month"),
        int(asked.findtext("Fee/Wage")), int(amount))
    if wrong or len(amount) != 12 or asked.findtext("Fee/Kind") != "001":
        return CODES[wrong], ""
    at = spaced(book.at)
    return "0", "<Receipt><No>%s</No><Amount>%s</Amount><At>%s</At></Receipt>" % (receipt, amount, at)


def status(asked):
    through = book.through(asked.findtext("Person/No"))
    return "0", "<Covers><Cover><Kind>001</Kind><State>Y</State><Through>%s</Through></Cover></Covers>" % through


def covers(asked, rows):
    return "0", "<Day>%s</Day><Covers>%s</Covers>" % (asked.findtext("Day"), "".join(rows))


def totals(asked):
    booked = book.of_day(asked.findtext("Day"))
    row = "<Cover><Kind>001</Kind><Times>%d</Times><Amount>%012d</Amount></Cover>"
    return covers(asked, [row % (len(booked), sum(fen for _, fen in booked))] if booked else [])


def items(asked):
    row = "<Cover><No>%s</No><Amount>%012d</Amount></Cover>"
    return covers(asked, [row % each for each in part(book.of_day(asked.findtext("Day")), int(asked.findtext("Page")), 5)])


TRADES = {"R100": register, "W100": withhold, "Q100": status, "D100": totals, "D200": items}


def answer(asked):
    trade, serial = asked.findtext("Head/Trade"), asked.findtext("Head/No")
    if trade == "A100":
        # The transaction asked about is the one that is answered.
        trade, code, body = book.answers.get(asked.findtext("Asked"), (trade, "5", ""))
    elif asked.findtext("Head/Area") != "340200" or serial[:2] + serial[-1] != "JHZ":
        code, body = "9", ""
    else:
        trade, code, body = book.once(serial, lambda: (trade,) + TRADES[trade](asked))
    head = "<Head><Trade>%s</Trade><No>%s</No><Code>%s</Code><Text>完成</Text></Head>" % (trade, serial, code)
    return "<?xml version='1.0'?>\n<Response>\n  %s\n  %s\n</Response>" % (head, body)


for line in sys.stdin:
    document = ElementTree.fromstring(base64.b64decode(line.split()[1]))
    text = answer(document)
    print(line.split()[0], base64.b64encode(text.encode()).decode(), flush=True)
