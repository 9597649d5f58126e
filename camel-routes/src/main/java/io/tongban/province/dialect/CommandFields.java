package io.tongban.province.dialect;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.Words;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a command apart into fields, with the province's codes, ready to be placed by a layout. */
public final class CommandFields {
    private final ProvinceProfile profile;
    private final Clock clock;
    /** Whether a layout has what the citizen number says of a person. */
    private final boolean derives;
    /** Transactions whose requests cannot do without the day that it says. */
    private final Set<TransactionKind> needBirthDate;

    public CommandFields(ProvinceProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock.withZone(ProvinceProfile.ZONE);
        this.derives = slots(profile).anyMatch(slot -> slot.field() == Field.BIRTH_DATE || slot.field() == Field.SEX);
        this.needBirthDate = profile.transactions().keySet().stream()
                .filter(kind -> Stream.concat(head(profile), profile.transaction(kind).request().stream())
                        .anyMatch(slot -> slot.field() == Field.BIRTH_DATE && !slot.optional()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Slot> head(ProvinceProfile profile) {
        return Stream.concat(profile.heads().request().stream(), profile.heads().soapHeader().stream());
    }

    private static Stream<Slot> slots(ProvinceProfile profile) {
        return Stream.concat(
                head(profile),
                profile.transactions().values().stream()
                        .map(Transaction::request)
                        .flatMap(List::stream));
    }

    /** @throws NotCarried if the command has a code that the province has not */
    public Map<Field, String> of(ProvinceCommand command) {
        TransactionKind kind = TransactionKind.of(command);
        Map<Field, String> fields = head(kind, command.serial());
        if (command instanceof ProvinceCommand.Register register) {
            person(fields, register.person(), kind);
            if (profile.codes().containsKey(Field.PLACE)) {
                code(fields, Field.PLACE, Words.of(register.place()));
            }
        } else if (command instanceof ProvinceCommand.Withhold withhold) {
            person(fields, withhold.person(), kind);
            fields.put(Field.PERSON_NUMBER, withhold.personNumber());
            code(fields, Field.INSURANCE, withhold.insurance().value());
            fields.put(Field.PERIOD, profile.formats().written(Field.PERIOD, withhold.period()));
            fields.put(Field.BASE, Long.toString(withhold.baseFen()));
            fields.put(Field.AMOUNT, Long.toString(withhold.amountFen()));
            fields.put(Field.PAYER, withhold.payer());
        } else if (command instanceof ProvinceCommand.ChangeInsurance change) {
            person(fields, change.person(), kind);
            fields.put(Field.PERSON_NUMBER, change.personNumber());
            code(fields, Field.INSURANCE, change.insurance().value());
            fields.put(Field.PERIOD, profile.formats().written(Field.PERIOD, change.from()));
            if (change.change().hasBase()) {
                fields.put(Field.BASE, Long.toString(change.baseFen()));
            }
        } else if (command instanceof ProvinceCommand.Correct correct) {
            person(fields, correct.person(), kind);
            fields.put(Field.PERSON_NUMBER, correct.personNumber());
        } else if (command instanceof ProvinceCommand.QueryStatus query) {
            person(fields, query.person(), kind);
            fields.put(Field.PERSON_NUMBER, query.personNumber());
        } else if (command instanceof ProvinceCommand.DayQuery query) {
            fields.put(Field.DAY, profile.formats().written(Field.DAY, query.day()));
            if (query instanceof ProvinceCommand.QueryDayItems items) {
                fields.put(Field.PAGE, Integer.toString(items.page()));
            }
        } else if (command instanceof ProvinceCommand.Inquire inquire) {
            about(fields, inquire.about());
        } else if (command instanceof ProvinceCommand.Reverse reverse) {
            about(fields, reverse.about());
        }
        return fields;
    }

    private void about(Map<Field, String> fields, ProvinceCommand asked) {
        fields.put(Field.ASKED_SERIAL, profile.formats().written(asked.serial()));
        fields.put(Field.ASKED_TRANSACTION, transaction(TransactionKind.of(asked)));
    }

    /** What stands in the head of every request; for a transaction that is no command, such as a sign-in. */
    public Map<Field, String> head(TransactionKind kind, String serial) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.TRANSACTION, transaction(kind));
        fields.put(Field.SERIAL, profile.formats().written(serial));
        fields.put(Field.OPERATOR, profile.operator());
        fields.putAll(sentNow());
        return fields;
    }

    /** The moment at which a request is sent, in one field or in two. */
    public Map<Field, String> sentNow() {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.SENT_AT, profile.formats().written(Field.SENT_AT, now));
        profile.formats()
                .timeOf(Field.SENT_AT)
                .ifPresent(time -> fields.put(time, profile.formats().written(time, now)));
        return fields;
    }

    private String transaction(TransactionKind kind) {
        return profile.transaction(kind).code();
    }

    private void person(Map<Field, String> fields, InsuredPerson person, TransactionKind kind) {
        fields.put(Field.CITIZEN_NUMBER, person.citizenNumber());
        fields.put(Field.NAME, person.name());
        fields.put(Field.MOBILE, person.mobile());
        if (derives && person.citizenNumber().matches("[0-9]{17}[0-9X]")) {
            derived(fields, person.citizenNumber(), kind);
        }
        if (profile.codes().containsKey(Field.CERTIFICATE_KIND)) {
            code(fields, Field.CERTIFICATE_KIND, Words.of(person.certificate()));
        }
    }

    /** What the number says itself; one that names no day is not carried where its layout needs the day. */
    private void derived(Map<Field, String> fields, String citizenNumber, TransactionKind kind) {
        try {
            fields.put(Field.BIRTH_DATE, profile.formats().written(Field.BIRTH_DATE, birthDate(citizenNumber)));
        } catch (DateTimeException e) {
            if (needBirthDate.contains(kind)) {
                throw new NotCarried(Field.CITIZEN_NUMBER);
            }
        }
        if (profile.codes().containsKey(Field.SEX)) {
            code(fields, Field.SEX, isMale(citizenNumber) ? "male" : "female");
        }
    }

    private void code(Map<Field, String> fields, Field field, String ours) {
        fields.put(field, profile.codes(field).toTheirs(ours).orElseThrow(() -> new NotCarried(field)));
    }

    /** GB 11643: digits 7 to 14. */
    private static LocalDate birthDate(String citizenNumber) {
        return LocalDate.parse(citizenNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** GB 11643: the last digit of the order number is odd for men. */
    private static boolean isMale(String citizenNumber) {
        return (citizenNumber.charAt(16) - '0') % 2 == 1;
    }
}
