package io.tongban.province.workbench;

import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that a profile offers, each for a person whose number is nobody's. */
final class TestCommands {
    private static final String SERIAL = "C0000000000000000001";
    private static final String INQUIRY = "Q0000000000000000001";
    private static final String PERSON_NUMBER = "1199990001";
    private static final String PAYER = "91110108551385082Q";
    /** Under a division code that was never given (GB 11643). */
    private static final InsuredPerson PERSON = new InsuredPerson("119999198001010018", "测试员", "13900000001");

    private TestCommands() {}

    /** @param serial of what is registered and withheld; usually one of its own */
    static Map<TransactionKind, ProvinceCommand> of(ProvinceProfile profile, Optional<String> serial, Clock clock) {
        String given = serial.orElse(SERIAL);
        Map<TransactionKind, ProvinceCommand> commands = new LinkedHashMap<>();
        ProvinceCommand.Withhold withhold = withhold(profile, given, clock);
        Stream.concat(
                        Stream.of(
                                new ProvinceCommand.Register(
                                        profile.code(), given, PERSON, ProvinceCommand.Place.WORK_PLACE),
                                withhold,
                                new ProvinceCommand.Inquire(profile.code(), serial.orElse(INQUIRY), withhold),
                                new ProvinceCommand.Reverse(profile.code(), serial.orElse(INQUIRY), withhold),
                                new ProvinceCommand.QueryStatus(profile.code(), given, PERSON, PERSON_NUMBER),
                                new ProvinceCommand.QueryDayTotals(profile.code(), given, yesterday(clock)),
                                new ProvinceCommand.QueryDayItems(profile.code(), given, yesterday(clock), 1)),
                        changes(profile, given, withhold))
                .filter(command ->
                        profile.capability(TransactionKind.of(command)).sent())
                .forEach(command -> commands.put(TransactionKind.of(command), command));
        return commands;
    }

    private static Stream<ProvinceCommand> changes(
            ProvinceProfile profile, String serial, ProvinceCommand.Withhold withhold) {
        Stream<ProvinceCommand> ofInsurance = Stream.of(InsuranceChange.values())
                .map(change -> new ProvinceCommand.ChangeInsurance(
                        profile.code(),
                        serial,
                        PERSON,
                        PERSON_NUMBER,
                        withhold.insurance(),
                        change,
                        withhold.period().plusMonths(1),
                        change.hasBase() ? withhold.baseFen() : 0));
        return Stream.concat(
                ofInsurance, Stream.of(new ProvinceCommand.Correct(profile.code(), serial, PERSON, PERSON_NUMBER)));
    }

    private static LocalDate yesterday(Clock clock) {
        return LocalDate.now(clock.withZone(ProvinceProfile.ZONE)).minusDays(1);
    }

    private static ProvinceCommand.Withhold withhold(ProvinceProfile profile, String serial, Clock clock) {
        InsuranceKind first = profile.insurances().stream()
                .min(Comparator.comparing(InsuranceKind::value))
                .orElse(new InsuranceKind("AAE140:110"));
        YearMonth lastMonth =
                YearMonth.now(clock.withZone(ProvinceProfile.ZONE)).minusMonths(1);
        return new ProvinceCommand.Withhold(
                profile.code(), serial, PERSON, PERSON_NUMBER, first, lastMonth, 800_000, 160_000, PAYER);
    }
}
