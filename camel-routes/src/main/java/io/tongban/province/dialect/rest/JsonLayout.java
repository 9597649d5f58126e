package io.tongban.province.dialect.rest;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MemberPath;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where each field stands in the JSON of each message. Worked out once, when the profile is read. */
final class JsonLayout {
    private static final String PATH = "a member's name, or a path such as a/b";

    static final List<Option> OPTIONS = List.of(
            around(Options.HEAD),
            around(Options.BODY),
            Option.usually(Options.ROWS, "rows", DialectNeeds.MEMBER, PATH));

    private final Map<TransactionKind, Message> messages = new EnumMap<>(TransactionKind.class);
    private final List<Place> replyHead;
    private final MemberPath rows;

    JsonLayout(ProvinceProfile profile) {
        String head = profile.memberOf(Options.HEAD);
        String body = profile.memberOf(Options.BODY);
        List<Place> requestHead = places(head, profile.heads().request());
        this.replyHead = places(head, profile.heads().reply());
        this.rows = MemberPath.of(body, profile.memberOf(Options.ROWS));
        profile.transactions()
                .forEach((kind, transaction) -> messages.put(
                        kind,
                        new Message(
                                Stream.concat(requestHead.stream(), places(body, transaction.request()).stream())
                                        .toList(),
                                places(body, transaction.reply()),
                                places("", transaction.row()))));
    }

    private static Option around(String name) {
        return Option.usually(
                name,
                Options.NOTHING,
                DialectNeeds.MEMBER + "|" + Options.NOTHING,
                PATH + ", or " + Options.NOTHING + " for none");
    }

    private static List<Place> places(String within, List<Slot> slots) {
        return slots.stream()
                .map(slot -> new Place(slot, MemberPath.of(within, slot.element())))
                .toList();
    }

    /** A line of a layout, and where it stands from the outside of the document, or of its row. */
    record Place(Slot slot, MemberPath path) {}

    /** @param request head and body */
    record Message(List<Place> request, List<Place> reply, List<Place> row) {}

    /** @throws IllegalStateException if the profile has no such transaction */
    Message message(TransactionKind kind) {
        Message message = messages.get(kind);
        if (message == null) {
            throw new IllegalStateException("no transaction " + kind.word());
        }
        return message;
    }

    List<Place> replyHead() {
        return replyHead;
    }

    /** Where an answer's list stands. */
    MemberPath rows() {
        return rows;
    }

    /** Where a field stands that each message of this kind has. */
    static MemberPath pathOf(Field field, List<Place> places) {
        return places.stream()
                .filter(place -> place.slot().field() == field)
                .findFirst()
                .orElseThrow()
                .path();
    }
}
