package io.tongban.province.dialect.tcp;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Between fields and the frames of this dialect, by the profile's layout. */
final class TcpCodec {
    /** Of ours. */
    private static final int SERIAL_LENGTH = 20;

    private final ProvinceProfile profile;
    private final FrameLayout layout;
    private final Optional<RequestKey> key;
    private final Framing framing;
    private final Amounts amounts;

    /** @throws IllegalArgumentException if what the profile says does not go together */
    TcpCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.layout = FrameLayout.of(profile);
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
        this.key = placesOf(Field.KEY, profile).findFirst().map(any -> new RequestKey(profile.password()));
        this.framing = Framing.of(profile);
        placesOf(Field.PASSWORD, profile).forEach(this::requirePassword);
        Stream.of(
                        placesOf(Field.SERIAL, profile),
                        placesOf(Field.ASKED_SERIAL, profile),
                        profile.heads().reply().stream().filter(slot -> slot.field() == Field.SERIAL))
                .flatMap(slots -> slots)
                .forEach(this::requireRoom);
        profile.transactions().values().forEach(this::refuseTooLong);
        if (profile.options().text(Heartbeat.CONNECTION).equals(Heartbeat.KEPT)) {
            new Heartbeat(profile).refuseShorterThan(framing.least(), profile.file());
        }
        if (framing instanceof LengthFrames frames && frames.offset() > 0) {
            refuseWithin(frames.offset(), profile.heads().request());
            refuseWithin(frames.offset(), profile.heads().reply());
        }
    }

    /**
     * A whole frame, with its length.
     *
     * @throws NotCarried if the frame cannot hold a value
     */
    byte[] write(ProvinceCommand command, Map<Field, String> fields) {
        return write(command, fields, new RequestOctets());
    }

    /** The same, with what the frame holds written to {@code frame}. */
    byte[] write(ProvinceCommand command, Map<Field, String> fields, RequestOctets frame) {
        Map<Field, String> keyed = new EnumMap<>(fields);
        key.ifPresent(made -> keyed.put(Field.KEY, made.over(fields)));
        keyed.put(Field.PASSWORD, profile.password().value());
        TransactionKind kind = TransactionKind.of(command);
        FrameLayout.Request request = new FrameLayout.Request(
                kind, profile.heads().request(), profile.transaction(kind).request());
        amounts.write(request.slots(), keyed);
        layout.write(request, keyed, frame);
        if (frame.size() > framing.most()) {
            // Of a layout with widths this is known at the start; names are what differs in length else.
            throw new NotCarried(Field.NAME);
        }
        return framing.around(frame.toByteArray());
    }

    /**
     * @param frame without its length
     * @throws CallFailed as unreadable if this is no answer to the command
     */
    Answer read(byte[] frame, ProvinceCommand command) {
        FrameLayout.Contents contents = layout.open(frame);
        Map<Field, String> fields = new EnumMap<>(contents.head(profile.heads().reply()));
        if (!transaction(command).code().equals(fields.get(Field.TRANSACTION))) {
            throw CallFailed.unreadableAt(Field.TRANSACTION);
        }
        List<Map<Field, String>> rows = List.of();
        if (profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            Transaction answered =
                    transaction(command instanceof ProvinceCommand.Inquire inquire ? inquire.about() : command);
            fields.putAll(contents.body(answered.reply()));
            rows = contents.rows(answered.row(), fields.getOrDefault(Field.ROW_COUNT, ""));
            contents.end();
        }
        fields.replaceAll(this::wholeFen);
        rows.forEach(row -> row.replaceAll(this::wholeFen));
        return new Answer(fields, rows);
    }

    private String wholeFen(Field field, String text) {
        return field.money() && !text.isEmpty() ? amounts.wholeFen(field, text) : text;
    }

    /** Our serial that a frame answers; empty if it says none. */
    String serial(byte[] frame) {
        String theirs = layout.open(frame).head(profile.heads().reply()).getOrDefault(Field.SERIAL, "");
        return profile.formats().ours(theirs).orElse("");
    }

    /** Where the field stands in requests. */
    static Stream<Slot> placesOf(Field field, ProvinceProfile profile) {
        return Stream.concat(
                        profile.heads().request().stream(),
                        profile.transactions().values().stream().flatMap(each -> each.request().stream()))
                .filter(slot -> slot.field() == field);
    }

    /** Found at the start: each call would be refused for it, as if the command were at fault. */
    private void requirePassword(Slot slot) {
        if (!layout.carries(profile.password().value(), slot)) {
            throw new IllegalArgumentException(profile.file()
                    + ": \"password\" does not fit its place in a request; give it room, or a password that"
                    + " the charset has");
        }
    }

    private void requireRoom(Slot slot) {
        int length = profile.formats().written("0".repeat(SERIAL_LENGTH)).length();
        if (slot.width() > 0 && slot.width() < length) {
            throw new IllegalArgumentException(
                    profile.file() + ": \"" + slot.field().word() + " " + slot.width()
                            + "\" is too narrow; a serial as formats.serial says has " + length + " characters");
        }
    }

    /** Found at the start, and not in the first call. */
    private void refuseTooLong(Transaction transaction) {
        int bytes = Stream.of(profile.heads().request(), transaction.request())
                .flatMap(List::stream)
                .mapToInt(Slot::width)
                .sum();
        if (bytes > framing.most()) {
            throw new IllegalArgumentException(
                    profile.file() + ": a request of " + bytes + " bytes cannot be told by " + framing.words());
        }
    }

    /** The length stands between two fields, or it would cut one in two. */
    private void refuseWithin(int offset, List<Slot> head) {
        int end = 0;
        for (Slot slot : head) {
            end += slot.width();
            if (end == offset) {
                return;
            }
        }
        throw new IllegalArgumentException(profile.file() + ": length-offset " + offset
                + " is not between two fields of a fixed layout's head; write where one of them ends");
    }

    private Transaction transaction(ProvinceCommand command) {
        return profile.transaction(TransactionKind.of(command));
    }
}
