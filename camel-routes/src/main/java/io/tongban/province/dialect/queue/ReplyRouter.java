package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one text of the reply queue: a caller who waits for it gets it, and no one else does; for what comes
 * too late, twice or unasked there are the arrivals.
 *
 * <p>A caller that dies with its answer in hand takes the answer with it. That is no loss: its command has a serial that
 * was stored before it was sent, and is inquired by it.
 */
final class ReplyRouter {
    private final ProvinceProfile profile;
    private final QueueCodec codec;
    private final PendingCalls waiting;
    private final Arrivals arrivals;
    private final Clock clock;

    ReplyRouter(ProvinceProfile profile, PendingCalls waiting, Arrivals arrivals, Clock clock) {
        this.profile = profile;
        this.codec = new QueueCodec(profile);
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * @param correlation of the message; where there is one, it and the serial must be the same
     * @throws CallFailed if no one will ever make sense of it
     * @throws RuntimeException of any other kind if it must be delivered again
     */
    void take(String text, @Nullable String correlation) {
        Optional<PendingCalls.Caller> caller = waiting.find(correlation);
        Incoming incoming = caller.map(PendingCalls.Caller::codec).orElse(codec).read(text);
        if (incoming instanceof Incoming.TakenBack takenBack) {
            takenBack(takenBack.notice());
        } else if (incoming instanceof Incoming.Reply reply) {
            refuse(correlation != null && !correlation.equals(ours(reply.answer())));
            caller.ifPresent(waiter -> refuse(!answers(reply, waiter.command())));
            if (caller.isEmpty() || !caller.get().give(reply.answer(), text)) {
                late(reply);
            }
        }
    }

    void unreadable(CallFailed why, byte[] octets) {
        arrivals.unreadable(profile, why, octets);
    }

    /** Of an inquiry that was refused itself, the kind is its own. */
    private boolean answers(Incoming.Reply reply, ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Inquire inquire) {
            return reply.kind() == TransactionKind.of(inquire.about())
                    || (reply.kind() == TransactionKind.INQUIRE
                            && !profile.meansOk(reply.answer().get(Field.RETURN_CODE)));
        }
        return reply.kind() == TransactionKind.of(command);
    }

    private void late(Incoming.Reply reply) {
        // An answer to a mere question, for which no one waits any more, is of no use to anyone.
        if (reply.kind().hasEffect()) {
            arrivals.arrived(profile, reply.kind(), reply.answer());
        }
    }

    private void takenBack(Answer notice) {
        String serial = ours(notice);
        refuse(!profile.meansOk(notice.get(Field.RETURN_CODE)) || !serial.matches("[!-~]{1,40}"));
        arrivals.reversed(profile, serial, moment(notice.fields()));
    }

    /** The serial of ours that it says; empty if it says none. */
    private String ours(Answer answer) {
        return profile.formats().ours(answer.get(Field.SERIAL)).orElse("");
    }

    /** That it was taken back counts, whether the province says when or not. */
    private Instant moment(Map<Field, String> notice) {
        boolean said = Stream.of(Field.BOOKED_AT, Field.BOOKED_TIME)
                .anyMatch(part -> !notice.getOrDefault(part, "").isBlank());
        try {
            return !said
                    ? clock.instant()
                    : profile.formats()
                            .moment(Field.BOOKED_AT, notice)
                            .atZone(ProvinceProfile.ZONE)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
