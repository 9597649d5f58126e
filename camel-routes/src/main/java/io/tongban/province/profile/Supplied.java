package io.tongban.province.profile;

import io.tongban.province.TransactionKind;
import java.util.EnumSet;
import java.util.Set;

/** Which fields a request can be filled with; a layout with any other could never be sent. */
final class Supplied {
    private static final Set<Field> ALWAYS =
            EnumSet.of(Field.TRANSACTION, Field.SERIAL, Field.OPERATOR, Field.SENT_AT, Field.FILLER);
    private static final Set<Field> PERSON = EnumSet.of(
            Field.CITIZEN_NUMBER, Field.NAME, Field.MOBILE, Field.CERTIFICATE_KIND, Field.BIRTH_DATE, Field.SEX);

    private Supplied() {}

    /** In the head, which is the same for every command. */
    static Set<Field> inHead(DialectNeeds needs) {
        return with(ALWAYS, needs.adds());
    }

    static Set<Field> inBody(DialectNeeds needs, TransactionKind kind) {
        return with(inHead(needs), ofCommand(kind));
    }

    private static Set<Field> ofCommand(TransactionKind kind) {
        return switch (kind) {
            case SIGN_IN -> EnumSet.of(Field.PASSWORD);
            case REGISTER -> with(PERSON, EnumSet.of(Field.PLACE));
            case WITHHOLD ->
                with(
                        PERSON,
                        EnumSet.of(
                                Field.PERSON_NUMBER,
                                Field.INSURANCE,
                                Field.PERIOD,
                                Field.BASE,
                                Field.AMOUNT,
                                Field.PAYER));
            case INQUIRE, REVERSE -> EnumSet.of(Field.ASKED_SERIAL, Field.ASKED_TRANSACTION);
            case QUERY_STATUS -> with(PERSON, EnumSet.of(Field.PERSON_NUMBER));
        };
    }

    private static Set<Field> with(Set<Field> some, Set<Field> more) {
        Set<Field> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }
}
