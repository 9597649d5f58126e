package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.DialectNeeds.Placing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of each message of a profile whose fields are members: no place is of two kinds, and none is filled twice. */
final class MemberWords {
    private static final String TEXT = "a text";
    private static final String ROWS = "the rows";

    private final Map<String, String> kinds = new HashMap<>();
    private final YamlEntry told;

    private MemberWords(YamlEntry told) {
        this.told = told;
    }

    static void check(ProvinceProfile profile, DialectNeeds needs, YamlEntry root) {
        if (needs.placing() != Placing.MEMBERS) {
            return;
        }
        String head = profile.memberOf(Options.HEAD);
        String body = profile.memberOf(Options.BODY);
        profile.transactions().forEach((kind, transaction) -> {
            if (transaction.capability().sent()) {
                YamlEntry told = root.get("transactions").get(kind.word());
                MemberWords request = new MemberWords(told);
                request.fill(head, profile.heads().request());
                request.fill(body, transaction.request());
                MemberWords reply = new MemberWords(told);
                reply.read(head, profile.heads().reply());
                reply.read(body, transaction.reply());
                if (!transaction.row().isEmpty()) {
                    reply.put(MemberPath.of(body, profile.memberOf(Options.ROWS)), ROWS);
                    new MemberWords(told).read("", transaction.row());
                }
            }
        });
    }

    private void fill(String within, List<Slot> slots) {
        for (Slot slot : slots) {
            MemberPath path = MemberPath.of(within, slot.element());
            if (TEXT.equals(kinds.get(names(path)))) {
                throw told.wrong("puts \"" + slot.field().word() + "\" where something else stands, \"" + slot.element()
                        + "\"; give it a place of its own");
            }
            put(path, TEXT);
        }
    }

    /** One text of an answer may be read as two fields. */
    private void read(String within, List<Slot> slots) {
        slots.forEach(slot -> put(MemberPath.of(within, slot.element()), TEXT));
    }

    private void put(MemberPath path, String kind) {
        StringBuilder at = new StringBuilder();
        for (MemberPath.Step step : path.above().steps()) {
            be(at.append('/').append(step.name()).toString(), step.list() ? "a list" : "an object");
        }
        be(names(path), kind);
    }

    private static String names(MemberPath path) {
        StringBuilder names = new StringBuilder();
        path.steps().forEach(step -> names.append('/').append(step.name()));
        return names.toString();
    }

    private void be(String place, String kind) {
        String before = kinds.putIfAbsent(place, kind);
        if (before != null && !before.equals(kind)) {
            throw told.wrong("has \"" + place.substring(1) + "\" as " + before + " and as " + kind
                    + " of one message; write one of them");
        }
    }
}
