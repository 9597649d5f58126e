package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes replies: as they should be, or first otherwise as ordered, and later as they should be. */
final class ReplyPress {
    private static final String STRANGER = "NEVERSENT00000000001";

    private final ExchangeFolder folder;
    private final TextFormat format;
    private final ReplyText text;
    private final Faults faults;
    private final Agenda agenda;
    private final Duration healsAfter;

    ReplyPress(ExchangeFolder folder, DialectSettings dialectSettings, Faults faults, Agenda agenda) {
        this.folder = folder;
        this.format = dialectSettings.format();
        this.text = new ReplyText(dialectSettings);
        this.faults = faults;
        this.agenda = agenda;
        this.healsAfter = dialectSettings.replyAfter();
    }

    void refuse(String name, RefusedFileException why) throws IOException {
        whole(name, format.bytes(text.refusal(why)));
    }

    void publish(String name, FileKind kind, List<ReplyText.Row> answers) throws IOException {
        List<ReplyText.Row> rows = new ArrayList<>(answers);
        if (fires(Fault.UNKNOWN_SERIAL, kind)) {
            rows.add(new ReplyText.Row(STRANGER, anything(kind)));
        }
        String right = text.rows(kind, rows) + text.total(rows, 0);
        byte[] bytes = format.bytes(fires(Fault.NO_LAST_NEWLINE, kind) ? right.stripTrailing() : right);
        if (fires(Fault.OK_BEFORE_DATA, kind)) {
            folder.mark(name + ".rep");
            agenda.in(healsAfter, () -> whole(name, bytes));
            return;
        }
        Optional<byte[]> wrong = wrong(kind, rows, bytes);
        whole(name, wrong.orElse(bytes));
        if (wrong.isPresent() || fires(Fault.REPLY_TWICE, kind)) {
            agenda.in(healsAfter, () -> whole(name, bytes));
        }
    }

    /** @param at when they were taken back */
    void reversals(String name, List<String> serials, Instant at) throws IOException {
        whole(name, format.bytes(text.reversals(serials, at)));
    }

    private Optional<byte[]> wrong(FileKind kind, List<ReplyText.Row> rows, byte[] right) {
        if (fires(Fault.PARTIAL_REPLY, kind)) {
            return Optional.of(Arrays.copyOf(right, right.length / 2));
        }
        if (fires(Fault.WRONG_TOTAL, kind)) {
            return Optional.of(format.bytes(text.rows(kind, rows) + text.total(rows, 1)));
        }
        if (!rows.isEmpty() && fires(Fault.DELIMITER_IN_MESSAGE, kind)) {
            return Optional.of(format.bytes(firstSaying("王" + format.delimiter() + "小明", kind, rows)));
        }
        return !rows.isEmpty() && fires(Fault.HALF_CHARACTER, kind)
                ? Optional.of(halved("办", firstSaying("办", kind, rows)))
                : Optional.empty();
    }

    private String firstSaying(String message, FileKind kind, List<ReplyText.Row> rows) {
        List<ReplyText.Row> said = new ArrayList<>(rows);
        said.set(0, new ReplyText.Row(rows.get(0).serial(), rows.get(0).answer(), message));
        return text.rows(kind, said) + text.total(said, 0);
    }

    /** Without the second half of the first such character. */
    private byte[] halved(String character, String reply) {
        byte[] before = format.bytes(reply.substring(0, reply.indexOf(character) + 1));
        byte[] after = format.bytes(reply.substring(reply.indexOf(character) + 1));
        byte[] all = Arrays.copyOf(before, before.length - 1 + after.length);
        System.arraycopy(after, 0, all, before.length - 1, after.length);
        return all;
    }

    private Answer anything(FileKind kind) {
        if (kind != FileKind.REGISTER && kind != FileKind.WITHHOLD) {
            return new Answer.Changed("00000000000000000000");
        }
        return kind == FileKind.REGISTER
                ? new Answer.Registered("0000000000")
                : new Answer.Booked("00000000000000000000", 100, agenda.now());
    }

    private void whole(String name, byte[] bytes) throws IOException {
        folder.write(name + ".rep", bytes);
        folder.mark(name + ".rep");
    }

    private boolean fires(Fault fault, FileKind kind) {
        return faults.fires(fault, kind.transaction());
    }
}
