package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one province has agreed with its callers: envelopes, codes and names of fields, from the options of its file. What
 * these do not say is as Guangdong has it, on the dialect's page.
 *
 * <p>A province may move to another envelope ({@code next-envelope}) at the beginning of a day ({@code change-over}). For
 * a week it goes on answering inquiries in the old one, sign-ins for them included, so that nobody loses sight of what
 * was sent before.
 */
final class DialectSettings {
    private static final int DAYS_OF_OLD_INQUIRIES = 7;
    private static final String CODES =
            "sign-in SIGNIN, register GD1001, withhold GD2001, inquire GD2009, status GD3001,"
                    + " enrol GD4001, change-base GD4002, pause GD4003, resume GD4004, end GD4005, correct GD4006,"
                    + " day-totals GD5001, day-items GD5002";
    private static final String FIELDS = "password password, token token, expires expires, certificate-kind AAC058,"
            + " citizen-number AAC147, name AAC003, mobile AAC067, place AAE173, person-number AAC001, kind AAE140,"
            + " period AAE002, base AAE180, amount YJJE, payer AAB001, receipt-number DZDH, booked-at JZSJ,"
            + " asked-serial OLDSERIAL, state AAC031, paid-through AAE042,"
            + " day DZRQ, page YM, command JYLX, count BS";

    private final Clock clock;
    private final Envelope first;
    private final Optional<ChangeOver> changeOver;
    private final CodeBook codes;
    private final Map<String, String> transactions;
    private final Map<String, String> fields;
    private final Map<String, String> returnCodes;

    DialectSettings(SimulatedProvince province, Clock clock) {
        this.clock = clock;
        first = Envelope.of(province, "envelope");
        String day = province.option("change-over", "");
        changeOver = day.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeOver(LocalDate.parse(day), Envelope.of(province, "next-envelope")));
        codes = new CodeBook(province);
        transactions = province.pairsOver("transactions", CODES);
        fields = province.pairsOver("fields", FIELDS);
        returnCodes = province.pairsOver("return-codes", AppCode.usual());
    }

    CodeBook codes() {
        return codes;
    }

    /** All that were ever in force or will be. */
    List<Envelope> envelopes() {
        return changeOver.map(to -> List.of(first, to.envelope())).orElse(List.of(first));
    }

    Envelope inForce() {
        return changeOver
                .filter(to -> !today().isBefore(to.day()))
                .map(ChangeOver::envelope)
                .orElse(first);
    }

    boolean takes(Envelope envelope, Transaction transaction) {
        if (envelope.equals(inForce())) {
            return true;
        }
        boolean inquiry = transaction == Transaction.INQUIRE || transaction == Transaction.SIGN_IN;
        return inquiry
                && envelope.equals(first)
                && changeOver
                        .filter(to -> today().isBefore(to.day().plusDays(DAYS_OF_OLD_INQUIRIES)))
                        .isPresent();
    }

    Optional<Transaction> transaction(String code) {
        return transactions.entrySet().stream()
                .filter(known -> known.getValue().equals(code))
                .map(known -> Transaction.valueOf(
                        known.getKey().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }

    /** The element of a body's field. */
    String element(String field) {
        return fields.getOrDefault(field, field);
    }

    String returnCode(AppCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }

    private LocalDate today() {
        return ProvinceTime.day(clock.instant());
    }

    /** @param day whose beginning ends the old envelope */
    private record ChangeOver(LocalDate day, Envelope envelope) {}
}
