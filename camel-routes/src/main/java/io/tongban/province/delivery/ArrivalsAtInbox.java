package io.tongban.province.delivery;

import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Instant;

/** Judges what came unasked as it judges any answer, and passes it on to the one who owns the command. */
public final class ArrivalsAtInbox implements Arrivals {
    private final ProvinceInbox inbox;

    public ArrivalsAtInbox(ProvinceInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void arrived(ProvinceProfile profile, TransactionKind about, Answer answer) {
        ProvinceReply reply = new AnswerInterpreter(profile).arrived(about, answer);
        if (reply instanceof ProvinceReply.Unknown unknown) {
            // Whoever waits for the outcome inquires; an unreadable word of it is no word.
            throw new CallFailed(unknown.cause());
        }
        inbox.arrived(profile.code(), reply);
    }

    @Override
    public void reversed(ProvinceProfile profile, String serial, Instant at) {
        inbox.reversed(profile.code(), serial, at);
    }

    /** What can be read and says nothing certain, such as a code that no one knows, is no riddle. */
    @Override
    public void unreadable(ProvinceProfile profile, CallFailed why, byte[] octets) {
        if (why.reason() == UnknownCause.UNREADABLE) {
            String place = why.place().map(field -> " at " + field.word()).orElse("");
            inbox.unreadable(profile.code(), why.reason().word() + place, octets);
        }
    }
}
