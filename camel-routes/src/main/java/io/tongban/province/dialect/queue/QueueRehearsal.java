package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.dialect.WireText;
import io.tongban.province.dialect.XmlPieces;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Messages as the route writes and reads them, without a broker. */
final class QueueRehearsal implements Rehearsal {
    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final QueueCodec codec;

    QueueRehearsal(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.commands = new CommandFields(profile, clock);
        this.codec = new QueueCodec(profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        List<Slot> slots = new ArrayList<>(profile.heads().request());
        slots.addAll(profile.transaction(TransactionKind.of(command)).request());
        return new Specimen(
                "a text message to " + profile.options().text(QueueDialect.REQUEST_QUEUE) + ", correlation "
                        + command.serial(),
                StandardCharsets.UTF_8,
                XmlPieces.of(codec.write(command, commands.of(command)), StandardCharsets.UTF_8, slots));
    }

    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        try {
            Incoming incoming = codec.read(new WireText(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(octets)));
            return List.of(
                    incoming instanceof Incoming.Reply reply
                            ? reply.answer()
                            : ((Incoming.TakenBack) incoming).notice());
        } catch (CharacterCodingException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
