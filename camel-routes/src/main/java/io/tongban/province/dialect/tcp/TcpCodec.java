package io.tongban.province.dialect.tcp;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Between fields and the frames of this dialect, by the profile's layout. */
final class TcpCodec {
    private final ProvinceProfile profile;
    private final FixedWidth fixedWidth;
    private final RequestKey key;
    private final LengthField lengthField;

    TcpCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.fixedWidth = new FixedWidth(profile.charset());
        this.key = new RequestKey(profile.password());
        this.lengthField = LengthField.of(profile.options());
        profile.transactions().values().forEach(this::refuseTooLong);
    }

    /**
     * A whole frame, with its length.
     *
     * @throws io.tongban.province.dialect.NotCarried if the frame cannot hold a value
     */
    byte[] write(ProvinceCommand command, Map<Field, String> fields) {
        return write(command, fields, new RequestOctets());
    }

    /** The same, with what follows the length written to {@code frame}. */
    byte[] write(ProvinceCommand command, Map<Field, String> fields, RequestOctets frame) {
        Map<Field, String> keyed = new EnumMap<>(fields);
        keyed.put(Field.KEY, key.over(fields));
        fixedWidth.write(profile.heads().request(), keyed, frame);
        fixedWidth.write(transaction(command).request(), keyed, frame);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(lengthField.before(frame.size()));
        whole.writeBytes(frame.toByteArray());
        return whole.toByteArray();
    }

    /**
     * @param frame without its length
     * @throws CallFailed as unreadable if this is no answer to the command
     */
    Answer read(byte[] frame, ProvinceCommand command) {
        ByteBuffer in = ByteBuffer.wrap(frame);
        Map<Field, String> fields =
                new EnumMap<>(fixedWidth.read(profile.heads().reply(), in));
        if (!transaction(command).code().equals(fields.get(Field.TRANSACTION))) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        List<Map<Field, String>> rows = new ArrayList<>();
        if (profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            Transaction answered =
                    transaction(command instanceof ProvinceCommand.Inquire inquire ? inquire.about() : command);
            fields.putAll(fixedWidth.read(answered.reply(), in));
            long count = Long.parseLong(fields.getOrDefault(Field.ROW_COUNT, "0"));
            for (long row = 0; row < count; row++) {
                rows.add(fixedWidth.read(answered.row(), in));
            }
            requireNothingMore(in);
        }
        return new Answer(fields, rows);
    }

    /** Found at the start, and not in the first call. */
    private void refuseTooLong(Transaction transaction) {
        int bytes = Stream.of(profile.heads().request(), transaction.request())
                .flatMap(List::stream)
                .mapToInt(Slot::width)
                .sum();
        if (bytes > lengthField.most()) {
            throw new IllegalArgumentException(profile.file() + ": a request of " + bytes
                    + " bytes cannot be told by a length of " + lengthField.digits() + " digits");
        }
    }

    private Transaction transaction(ProvinceCommand command) {
        return profile.transaction(TransactionKind.of(command));
    }

    /** Padding may follow; anything else means that this is not the layout that the far side wrote by. */
    private static void requireNothingMore(ByteBuffer in) {
        while (in.hasRemaining()) {
            byte next = in.get();
            if (next != 0 && next != ' ') {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
    }
}
