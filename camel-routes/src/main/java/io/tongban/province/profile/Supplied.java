package io.tongban.province.profile;

import io.tongban.province.TransactionKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields a request can be filled with; a layout with any other could never be sent. */
final class Supplied {
    private static final Set<Field> ALWAYS =
            EnumSet.of(Field.TRANSACTION, Field.SERIAL, Field.OPERATOR, Field.SENT_AT, Field.SENT_TIME, Field.FILLER);
    private static final Set<Field> PERSON = EnumSet.of(
            Field.CITIZEN_NUMBER, Field.NAME, Field.MOBILE, Field.CERTIFICATE_KIND, Field.BIRTH_DATE, Field.SEX);

    private Supplied() {}

    /** What some command has not, although its kind may. */
    private static final Set<Field> AT_TIMES = EnumSet.of(Field.MOBILE, Field.PAYER, Field.BIRTH_DATE, Field.SEX);

    /** In the head, which is the same for every command. */
    static Set<Field> inHead(DialectNeeds needs) {
        return with(ALWAYS, needs.adds());
    }

    /** In the head where it may be left out: what any command has. */
    static Set<Field> optionalInHead() {
        return Arrays.stream(TransactionKind.values())
                .flatMap(kind -> ofCommand(kind).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** In the body of a command where it may be left out: what not every such command has. */
    static Set<Field> optionalInBody(TransactionKind kind) {
        Set<Field> fields = EnumSet.copyOf(ofCommand(kind));
        fields.retainAll(AT_TIMES);
        return fields;
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
            case ENROL, CHANGE_BASE ->
                with(PERSON, EnumSet.of(Field.PERSON_NUMBER, Field.INSURANCE, Field.PERIOD, Field.BASE));
            case PAUSE, RESUME, END -> with(PERSON, EnumSet.of(Field.PERSON_NUMBER, Field.INSURANCE, Field.PERIOD));
            case INQUIRE, REVERSE -> EnumSet.of(Field.ASKED_SERIAL, Field.ASKED_TRANSACTION);
            case DAY_TOTALS -> EnumSet.of(Field.DAY);
            case DAY_ITEMS -> EnumSet.of(Field.DAY, Field.PAGE);
            case CORRECT, QUERY_STATUS -> with(PERSON, EnumSet.of(Field.PERSON_NUMBER));
        };
    }

    private static Set<Field> with(Set<Field> some, Set<Field> more) {
        Set<Field> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }
}
