package io.tongban.province.delivery;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;

/**
 * Judges an answer. It accepts only what fits the command in every point; whatever does not fit is unknown, because a
 * wrong yes loses money and a wrong no withholds it twice, while an unknown is asked about again.
 */
public final class AnswerInterpreter {
    private static final int MAX_TEXT = 200;

    private final ProvinceProfile profile;
    private final DetailReader details;

    public AnswerInterpreter(ProvinceProfile profile) {
        this.profile = profile;
        this.details = new DetailReader(profile);
    }

    /** @throws CallFailed if it says something that no province would mean, or answers another serial */
    public ProvinceReply settle(ProvinceCommand command, Answer answer) {
        if (!profile.formats().written(command.serial()).equals(answer.get(Field.SERIAL))) {
            throw CallFailed.unreadableAt(Field.SERIAL);
        }
        DayReader.requireDay(command, answer, profile);
        ProvinceReply reply = command instanceof ProvinceCommand.Reverse
                ? reversal(command, answer)
                : judged(TransactionKind.of(meant(command)), command.serial(), answer);
        if (reply instanceof ProvinceReply.Refused refused && !refused.refusesCommand() && !asksOfAnother(command)) {
            // An answer to a question that was not asked.
            return new ProvinceReply.Unknown(command.serial(), UnknownCause.CODE_UNEXPECTED);
        }
        return reply instanceof ProvinceReply.Accepted accepted ? sameAmount(command, accepted) : reply;
    }

    /** What came unasked: there is no command to compare it with here. */
    ProvinceReply arrived(TransactionKind about, Answer answer) {
        String serial = profile.formats().ours(answer.get(Field.SERIAL)).orElse("");
        return serial.matches("[!-~]{1,40}")
                ? judged(about, serial, answer)
                : new ProvinceReply.Unknown("", UnknownCause.UNREADABLE);
    }

    private ProvinceReply judged(TransactionKind about, String serial, Answer answer) {
        String code = answer.get(Field.RETURN_CODE);
        Meaning meaning = profile.meaning(code).orElse(null);
        if (meaning instanceof Meaning.Refusal refusal) {
            return refused(serial, refusal.reason(), code, answer);
        }
        if (meaning instanceof Meaning.Plain plain) {
            return switch (plain) {
                case OK -> new ProvinceReply.Accepted(serial, details.read(about, answer));
                case PENDING -> new ProvinceReply.Pending(serial, null);
                case UNCERTAIN -> new ProvinceReply.Unknown(serial, UnknownCause.UNCERTAIN);
                case SIGN_IN_AGAIN -> new ProvinceReply.Unknown(serial, UnknownCause.NOT_SIGNED_IN);
                case ACCESS_REFUSED -> new ProvinceReply.Unknown(serial, UnknownCause.ACCESS_REFUSED);
                case BUSY -> new ProvinceReply.Unknown(serial, UnknownCause.BUSY_THERE);
                case CLOSED -> new ProvinceReply.Unknown(serial, UnknownCause.CLOSED_THERE);
                case CLOCK_DIFFERS -> new ProvinceReply.Unknown(serial, UnknownCause.CLOCK_DIFFERS);
            };
        }
        return new ProvinceReply.Unknown(serial, UnknownCause.CODE_UNKNOWN);
    }

    /** A reversal that was carried out is the refusal of what it was about: nothing is booked, and nothing will be. */
    private ProvinceReply reversal(ProvinceCommand command, Answer answer) {
        String code = answer.get(Field.RETURN_CODE);
        return profile.meansOk(code)
                ? refused(command.serial(), RefusalReason.REVERSED, code, answer)
                : judged(TransactionKind.REVERSE, command.serial(), answer);
    }

    private static boolean asksOfAnother(ProvinceCommand command) {
        return command instanceof ProvinceCommand.Inquire || command instanceof ProvinceCommand.Reverse;
    }

    private static ProvinceReply refused(String serial, RefusalReason reason, String code, Answer answer) {
        String text = answer.fields().getOrDefault(Field.MESSAGE, "").replaceAll("\\p{Cntrl}", " ");
        return new ProvinceReply.Refused(serial, reason, code, shortened(text));
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    /**
     * Another amount than was sent is neither a yes nor a no: something is booked over there, and it is not what the
     * worker gave a mandate for. An inquiry will say the same, so it ends with a person, never in the ledger.
     */
    private static ProvinceReply sameAmount(ProvinceCommand command, ProvinceReply.Accepted accepted) {
        if (meant(command) instanceof ProvinceCommand.Withhold withhold
                && accepted.detail() instanceof ProvinceDetail.Withheld withheld
                && withhold.amountFen() != withheld.amountFen()) {
            return new ProvinceReply.Unknown(command.serial(), UnknownCause.AMOUNT_DIFFERS);
        }
        return accepted;
    }

    private static ProvinceCommand meant(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Inquire inquire) {
            return inquire.about();
        }
        return command instanceof ProvinceCommand.Reverse reverse ? reverse.about() : command;
    }
}
