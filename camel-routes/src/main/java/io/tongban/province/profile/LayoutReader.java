package io.tongban.province.profile;

import io.tongban.province.Capability;
import io.tongban.province.TransactionKind;
import io.tongban.province.dated.Mistakes;
import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.DialectNeeds.Placing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads heads and transactions, and checks that each has the fields without which it would be of no use. */
final class LayoutReader {
    private static final Map<TransactionKind, Set<Field>> ROW = Map.of(
            TransactionKind.QUERY_STATUS, Set.of(Field.INSURANCE, Field.STATE, Field.PAID_THROUGH),
            TransactionKind.DAY_TOTALS, Set.of(Field.INSURANCE, Field.COUNT, Field.AMOUNT),
            TransactionKind.DAY_ITEMS, Set.of(Field.ASKED_SERIAL, Field.AMOUNT));

    private final DialectNeeds needs;

    LayoutReader(DialectNeeds needs) {
        this.needs = needs;
    }

    Heads heads(YamlEntry entry) {
        List<Slot> request = having(needs.requestHead(), entry.get("request"));
        refuse(
                Supplied.inHead(needs),
                Supplied.optionalInHead(),
                request,
                entry.get("request"),
                "head of " + needs.name());
        List<Slot> soapHeader = entry.find("soap-header").map(this::soapHeader).orElse(List.of());
        List<Slot> reply = having(needs.replyHead(), entry.get("reply"));
        refuseIdle(needs.replyHead(), reply, entry.get("reply"));
        return new Heads(request, reply, soapHeader);
    }

    private List<Slot> soapHeader(YamlEntry entry) {
        if (!needs.name().equals("soap")) {
            throw entry.wrong("is for the dialect soap alone; remove it");
        }
        List<Slot> slots = slots(entry);
        refuse(Supplied.inHead(needs), Supplied.optionalInHead(), slots, entry, "header");
        return slots;
    }

    Map<TransactionKind, Transaction> transactions(YamlEntry entry) {
        Map<TransactionKind, Transaction> transactions = new EnumMap<>(TransactionKind.class);
        Mistakes mistakes = new Mistakes();
        entry.entries()
                .forEach((word, each) -> mistakes.read(each, transaction -> {
                    TransactionKind kind = Values.oneOf(TransactionKind.class, transaction, word);
                    return transactions.put(kind, transaction(kind, transaction)) == null;
                }));
        mistakes.tell();
        if (sends(transactions, TransactionKind.DAY_ITEMS) && !sends(transactions, TransactionKind.DAY_TOTALS)) {
            throw entry.wrong("has \"day-items\" and no \"day-totals\", without which nobody asks for them; add it");
        }
        for (TransactionKind kind : needs.transactions()) {
            Transaction needed = transactions.get(kind);
            if (needed == null || !needed.capability().sent()) {
                throw entry.wrong(
                        "lacks \"" + kind.word() + "\", which the dialect " + needs.name() + " needs; add it");
            }
        }
        return transactions;
    }

    private static boolean sends(Map<TransactionKind, Transaction> transactions, TransactionKind kind) {
        Transaction transaction = transactions.get(kind);
        return transaction != null && transaction.capability().sent();
    }

    private Transaction transaction(TransactionKind kind, YamlEntry entry) {
        Capability capability = entry.find("capability").map(this::capability).orElse(Capability.ONLINE);
        if (!capability.sent()) {
            return new Transaction("", capability, false, List.of(), List.of(), List.of());
        }
        boolean repeatable = kind.hasEffect()
                && kind != TransactionKind.WITHHOLD
                && entry.find("repeatable").map(Values::yes).orElse(false);
        List<Slot> request = having(inRequest(kind), entry.get("request"));
        refuse(Supplied.inBody(needs, kind), Supplied.optionalInBody(kind), request, entry.get("request"), kind.word());
        requireNeeded(inRequest(kind), request, entry.get("request"));
        List<Slot> reply = entry.find("reply").map(this::slots).orElse(List.of());
        List<Slot> row = entry.find("row").map(this::slots).orElse(List.of());
        refuseIdle(inReply(kind), reply, entry);
        refuseIdle(Set.of(Field.values()), row, entry);
        require(inReply(kind), reply, entry, "reply");
        require(ROW.getOrDefault(kind, Set.of()), row, entry, "row");
        // A file ends where it ends.
        if (needs.placing() == Placing.WIDTHS && !needs.collects() && !row.isEmpty()) {
            require(Set.of(Field.ROW_COUNT), reply, entry, "reply");
        }
        return new Transaction(entry.get("code").text(), capability, repeatable, request, reply, row);
    }

    private static Set<Field> inReply(TransactionKind kind) {
        return switch (kind) {
            case SIGN_IN -> Set.of(Field.TOKEN);
            case REGISTER -> Set.of(Field.PERSON_NUMBER);
            case WITHHOLD -> Set.of(Field.RECEIPT_NUMBER, Field.AMOUNT, Field.BOOKED_AT);
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT -> Set.of(Field.RECEIPT_NUMBER);
            case INQUIRE, REVERSE, QUERY_STATUS, DAY_TOTALS, DAY_ITEMS -> Set.of();
        };
    }

    /** Without which a change would not say what it changes, or from when. */
    private Set<Field> inRequest(TransactionKind kind) {
        return switch (kind) {
            case INQUIRE, REVERSE -> Set.of(Field.ASKED_SERIAL);
            case ENROL, CHANGE_BASE -> Set.of(Field.INSURANCE, Field.PERIOD, Field.BASE);
            case PAUSE, RESUME, END -> Set.of(Field.INSURANCE, Field.PERIOD);
            case CORRECT -> Set.of(Field.NAME, Field.MOBILE);
            // Where it is a file, the day stands in its name.
            case DAY_TOTALS, DAY_ITEMS -> needs.collects() ? Set.of() : Set.of(Field.DAY);
            case SIGN_IN, REGISTER, WITHHOLD, QUERY_STATUS -> Set.of();
        };
    }

    /** Where fields have names, what is not named is passed over anyway. */
    private void refuseIdle(Set<Field> needed, List<Slot> reply, YamlEntry entry) {
        if (needs.placing().named()
                && reply.stream()
                        .anyMatch(slot -> slot.filler() && slot.constant().isEmpty())) {
            throw entry.wrong("has a filler in a reply, which nobody would read; remove it");
        }
        requireNeeded(needed, reply, entry);
        if (!needs.readsTables() && reply.stream().anyMatch(slot -> slot.optional() && !slot.nullable())) {
            throw entry.wrong("has an \"optional\" in a reply, where it has no effect; remove it");
        }
    }

    /** What the dialect or the command cannot do without cannot be left out. */
    private static void requireNeeded(Set<Field> needed, List<Slot> slots, YamlEntry entry) {
        slots.stream()
                .filter(slot -> slot.optional() && needed.contains(slot.field()) && !mayBeNull(slot))
                .findFirst()
                .ifPresent(slot -> {
                    String word = LineWords.word(slot.missing());
                    throw entry.wrong("has \"" + word + " " + slot.field().word()
                            + "\", which is always needed; remove \"" + word + "\"");
                });
    }

    /** Of an insurance of which no month is paid. */
    private static boolean mayBeNull(Slot slot) {
        return slot.nullable() && slot.field() == Field.PAID_THROUGH;
    }

    private Capability capability(YamlEntry entry) {
        Capability capability = Values.oneOf(Capability.class, entry);
        if (capability == Capability.BATCH && !needs.collects()) {
            throw entry.wrong(
                    "is batch, and the dialect " + needs.name() + " does not collect; write online, manual or none");
        }
        return capability;
    }

    private List<Slot> having(Set<Field> required, YamlEntry entry) {
        List<Slot> slots = slots(entry);
        require(required, slots, entry, "layout");
        return slots;
    }

    private static void require(Set<Field> required, List<Slot> slots, YamlEntry entry, String layout) {
        for (Field field : required) {
            if (slots.stream().noneMatch(slot -> slot.field() == field)) {
                throw entry.wrong("has no \"" + field.word() + "\" in its " + layout + "; add it");
            }
        }
    }

    private static void refuse(
            Set<Field> supplied, Set<Field> optional, List<Slot> slots, YamlEntry entry, String request) {
        for (Slot slot : slots) {
            String word = slot.field().word();
            String missing = LineWords.word(slot.missing());
            if (slot.filler()) {
                continue;
            }
            if (slot.optional() ? !optional.contains(slot.field()) : !supplied.contains(slot.field())) {
                throw entry.wrong(
                        slot.optional() && supplied.contains(slot.field())
                                ? "has \"" + missing + " " + word + "\", and every " + request + " has one; remove \""
                                        + missing + "\""
                                : "has \"" + word + "\", which no " + request + " has; remove it");
            }
        }
    }

    private List<Slot> slots(YamlEntry entry) {
        return Mistakes.each(entry.items(), this::slot);
    }

    private Slot slot(YamlEntry item) {
        Placing placing = needs.placing();
        LineWords words = LineWords.of(item, placing);
        String line = words.rest();
        String[] parts = line.split(" +", -1);
        if (parts.length != (placing == Placing.ORDER ? 1 : 2)) {
            throw item.wrong("is not a layout line; write a field and " + placing.second() + ", such as \"serial …\"");
        }
        String constant = parts[0].startsWith("=") ? parts[0].substring(1) : "";
        if (parts[0].equals("=")) {
            throw item.wrong("has no text after its =; write filler for none");
        }
        Field field = constant.isEmpty() ? Values.oneOf(Field.class, item, parts[0]) : Field.FILLER;
        words.check(item, field, constant);
        String second = parts.length == 2 ? parts[1] : "";
        if (!placing.fits(second)) {
            throw item.wrong("does not end with " + placing.second() + ": \"" + second + "\"");
        }
        int width = placing == Placing.WIDTHS ? Integer.parseInt(second) : 0;
        if (placing == Placing.WIDTHS && width < field.leastWidth()) {
            throw item.wrong("is too narrow; a serial has " + field.leastWidth() + " characters");
        }
        return new Slot(field, width, placing.named() ? second : "", constant, words.missing(), words.type());
    }
}
