package io.tongban.province.delivery;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;

/**
 * Judges an answer. It accepts only what fits the command in every point; whatever does not fit is unknown, because a
 * wrong yes loses money and a wrong no withholds it twice, while an unknown is asked about again.
 */
final class Settlement {
    private static final int MAX_TEXT = 200;

    private final ProvinceProfile profile;
    private final DetailReader details;

    Settlement(ProvinceProfile profile) {
        this.profile = profile;
        this.details = new DetailReader(profile);
    }

    ProvinceReply settle(ProvinceCommand command, Answer answer) {
        if (!command.serial().equals(answer.get(Field.SERIAL))) {
            return unknown(command, CallFailed.UNREADABLE);
        }
        String code = answer.get(Field.RETURN_CODE);
        Meaning meaning = profile.meaning(code).orElse(null);
        if (meaning instanceof Meaning.Refusal refusal) {
            return refused(command, refusal.reason(), code, answer);
        }
        if (meaning instanceof Meaning.Plain plain) {
            return switch (plain) {
                case OK -> accepted(command, details.read(command, answer));
                case PENDING -> new ProvinceReply.Pending(command.serial(), null);
                case UNCERTAIN -> unknown(command, "uncertain");
                case SIGN_IN_AGAIN -> unknown(command, CallFailed.NOT_SIGNED_IN);
                case ACCESS_REFUSED -> unknown(command, "access-refused");
            };
        }
        return unknown(command, "code-unknown");
    }

    private static ProvinceReply refused(ProvinceCommand command, RefusalReason reason, String code, Answer answer) {
        if (reason == RefusalReason.SERIAL_NOT_FOUND && !(command instanceof ProvinceCommand.Inquire)) {
            // An answer to a question that was not asked.
            return unknown(command, "code-unexpected");
        }
        String text = answer.fields().getOrDefault(Field.MESSAGE, "").replaceAll("\\p{Cntrl}", " ");
        return new ProvinceReply.Refused(command.serial(), reason, code, shortened(text));
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
    private static ProvinceReply accepted(ProvinceCommand command, ProvinceDetail detail) {
        ProvinceCommand meant = command instanceof ProvinceCommand.Inquire inquire ? inquire.about() : command;
        if (meant instanceof ProvinceCommand.Withhold withhold
                && detail instanceof ProvinceDetail.Withheld withheld
                && withhold.amountFen() != withheld.amountFen()) {
            return unknown(command, "amount-differs");
        }
        return new ProvinceReply.Accepted(command.serial(), detail);
    }

    private static ProvinceReply unknown(ProvinceCommand command, String cause) {
        return new ProvinceReply.Unknown(command.serial(), cause);
    }
}
