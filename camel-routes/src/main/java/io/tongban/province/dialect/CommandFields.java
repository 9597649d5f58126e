package io.tongban.province.dialect;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Takes a command apart into fields, with the province's codes, ready to be placed by a layout. */
public final class CommandFields {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private final ProvinceProfile profile;
    private final Clock clock;

    public CommandFields(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock.withZone(ProvinceProfile.ZONE);
    }

    /** @throws NotCarried if the command has a code that the province has not */
    public Map<Field, String> of(ProvinceCommand command) {
        Map<Field, String> fields = head(TransactionKind.of(command), command.serial());
        if (command instanceof ProvinceCommand.Register register) {
            person(fields, register.person());
            code(fields, Field.PLACE, word(register.place()));
        } else if (command instanceof ProvinceCommand.Withhold withhold) {
            person(fields, withhold.person());
            fields.put(Field.PERSON_NUMBER, withhold.personNumber());
            code(fields, Field.INSURANCE, withhold.insurance().value());
            fields.put(Field.PERIOD, month(withhold.period()));
            fields.put(Field.BASE, Long.toString(withhold.baseFen()));
            fields.put(Field.AMOUNT, Long.toString(withhold.amountFen()));
            fields.put(Field.PAYER, withhold.payer());
        } else if (command instanceof ProvinceCommand.QueryStatus query) {
            person(fields, query.person());
            fields.put(Field.PERSON_NUMBER, query.personNumber());
        } else if (command instanceof ProvinceCommand.Inquire inquire) {
            about(fields, inquire.about());
        } else if (command instanceof ProvinceCommand.Reverse reverse) {
            about(fields, reverse.about());
        }
        return fields;
    }

    private void about(Map<Field, String> fields, ProvinceCommand asked) {
        fields.put(Field.ASKED_SERIAL, asked.serial());
        fields.put(Field.ASKED_TRANSACTION, transaction(TransactionKind.of(asked)));
    }

    /** What stands in the head of every request; for a transaction that is no command, such as a sign-in. */
    public Map<Field, String> head(TransactionKind kind, String serial) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.TRANSACTION, transaction(kind));
        fields.put(Field.SERIAL, serial);
        fields.put(Field.OPERATOR, profile.operator());
        fields.put(Field.SENT_AT, MOMENT.format(LocalDateTime.now(clock)));
        return fields;
    }

    private String transaction(TransactionKind kind) {
        return profile.transaction(kind).code();
    }

    private void person(Map<Field, String> fields, InsuredPerson person) {
        fields.put(Field.CITIZEN_NUMBER, person.citizenNumber());
        fields.put(Field.NAME, person.name());
        fields.put(Field.MOBILE, person.mobile());
        if (profile.codes().containsKey(Field.CERTIFICATE_KIND)) {
            code(fields, Field.CERTIFICATE_KIND, word(person.certificate()));
        }
    }

    private void code(Map<Field, String> fields, Field field, String ours) {
        fields.put(field, profile.codes(field).toTheirs(ours).orElseThrow(() -> new NotCarried(field)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String month(YearMonth month) {
        return MONTH.format(month);
    }
}
