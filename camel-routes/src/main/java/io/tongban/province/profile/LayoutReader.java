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
    private static final Map<TransactionKind, Set<Field>> REPLY = Map.of(
            TransactionKind.SIGN_IN, Set.of(Field.TOKEN),
            TransactionKind.REGISTER, Set.of(Field.PERSON_NUMBER),
            TransactionKind.WITHHOLD, Set.of(Field.RECEIPT_NUMBER, Field.AMOUNT, Field.BOOKED_AT));
    private static final Set<Field> ROW = Set.of(Field.INSURANCE, Field.STATE, Field.PAID_THROUGH);

    private final DialectNeeds needs;

    LayoutReader(DialectNeeds needs) {
        this.needs = needs;
    }

    Heads heads(YamlEntry entry) {
        List<Slot> request = having(needs.requestHead(), entry.get("request"));
        refuse(Supplied.inHead(needs), request, entry.get("request"), "head of " + needs.name());
        List<Slot> soapHeader = entry.find("soap-header").map(this::soapHeader).orElse(List.of());
        List<Slot> reply = having(needs.replyHead(), entry.get("reply"));
        refuseIdle(reply, entry.get("reply"));
        return new Heads(request, reply, soapHeader);
    }

    private List<Slot> soapHeader(YamlEntry entry) {
        if (!needs.name().equals("soap")) {
            throw entry.wrong("is for the dialect soap alone; remove it");
        }
        List<Slot> slots = slots(entry);
        refuse(Supplied.inHead(needs), slots, entry, "header");
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
        for (TransactionKind kind : needs.transactions()) {
            Transaction needed = transactions.get(kind);
            if (needed == null || !needed.capability().sent()) {
                throw entry.wrong(
                        "lacks \"" + kind.word() + "\", which the dialect " + needs.name() + " needs; add it");
            }
        }
        return transactions;
    }

    private Transaction transaction(TransactionKind kind, YamlEntry entry) {
        Capability capability = entry.find("capability").map(this::capability).orElse(Capability.ONLINE);
        if (!capability.sent()) {
            return new Transaction("", capability, false, List.of(), List.of(), List.of());
        }
        boolean repeatable = kind == TransactionKind.REGISTER
                && entry.find("repeatable").map(Values::yes).orElse(false);
        Set<Field> inRequest = kind == TransactionKind.INQUIRE || kind == TransactionKind.REVERSE
                ? Set.of(Field.ASKED_SERIAL)
                : Set.of();
        List<Slot> request = having(inRequest, entry.get("request"));
        refuse(Supplied.inBody(needs, kind), request, entry.get("request"), kind.word());
        List<Slot> reply = entry.find("reply").map(this::slots).orElse(List.of());
        List<Slot> row = entry.find("row").map(this::slots).orElse(List.of());
        refuseIdle(reply, entry);
        refuseIdle(row, entry);
        require(REPLY.getOrDefault(kind, Set.of()), reply, entry, "reply");
        require(kind == TransactionKind.QUERY_STATUS ? ROW : Set.of(), row, entry, "row");
        if (needs.placing() == Placing.WIDTHS && !row.isEmpty()) {
            require(Set.of(Field.ROW_COUNT), reply, entry, "reply");
        }
        return new Transaction(entry.get("code").text(), capability, repeatable, request, reply, row);
    }

    /** Where fields have names, what is not named is passed over anyway. */
    private void refuseIdle(List<Slot> reply, YamlEntry entry) {
        boolean columns = needs.schemes().contains("postgresql");
        if (needs.placing().named()
                && reply.stream()
                        .anyMatch(slot ->
                                slot.filler() && (columns || slot.constant().isEmpty()))) {
            throw entry.wrong("has a filler in a reply, which nobody would read; remove it");
        }
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

    private static void refuse(Set<Field> supplied, List<Slot> slots, YamlEntry entry, String request) {
        for (Slot slot : slots) {
            if (!supplied.contains(slot.field())) {
                throw entry.wrong("has \"" + slot.field().word() + "\", which no " + request + " has; remove it");
            }
        }
    }

    private List<Slot> slots(YamlEntry entry) {
        return Mistakes.each(entry.items(), this::slot);
    }

    private Slot slot(YamlEntry item) {
        Placing placing = needs.placing();
        String[] parts = item.text().split(" +", -1);
        if (parts.length != (placing == Placing.ORDER ? 1 : 2)) {
            throw item.wrong("is not a layout line; write a field and " + placing.second() + ", such as \"serial …\"");
        }
        String constant = parts[0].startsWith("=") ? parts[0].substring(1) : "";
        if (parts[0].equals("=")) {
            throw item.wrong("has no text after its =; write filler for none");
        }
        Field field = constant.isEmpty() ? Values.oneOf(Field.class, item, parts[0]) : Field.FILLER;
        String second = parts.length == 2 ? parts[1] : "";
        if (!placing.fits(second)) {
            throw item.wrong("does not end with " + placing.second() + ": \"" + second + "\"");
        }
        int width = placing == Placing.WIDTHS ? Integer.parseInt(second) : 0;
        if (placing == Placing.WIDTHS && width < field.leastWidth()) {
            throw item.wrong("is too narrow; a serial has " + field.leastWidth() + " characters");
        }
        return new Slot(field, width, placing.named() ? second : "", constant);
    }
}
