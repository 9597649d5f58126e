package io.tongban.sandbox.demo;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayState;
import io.tongban.api.agency.DaySum;
import io.tongban.api.agency.ReconciliationDay;
import io.tongban.sandbox.launcher.PastDays;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.province.BookingFilter;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sdk.DayDifferenceQuery;
import io.tongban.sdk.ReconciliationDayQuery;
import io.tongban.sdk.Tongban;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Two days of a province's books beside ours: one agrees and is signed, of the other the province has lost a booking. */
public final class TwoDays {
    private static final String PROVINCE = "44";
    private static final String AGENCY = "tongban-agency";
    private static final int BOOKINGS_A_DAY = 20;
    /** What is still being asked for is not taken. */
    private static final int BOOKINGS_LOOKED_AT = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SandboxStack stack;
    private final Simulator province;
    private final Tongban agency;
    private final StringBuilder text = new StringBuilder();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate agrees = today.minusDays(3);
    private final LocalDate differs = today.minusDays(2);

    private TwoDays(SandboxStack stack, Simulator province, Tongban agency) {
        this.stack = stack;
        this.province = province;
        this.agency = agency;
    }

    /** @param right whether the day that agrees was signed, and of the other the lost booking was found and no more */
    public record Told(String text, boolean right) {}

    /** Of what the province has booked so far, at least two months. */
    public static Told told(SandboxStack stack) throws Exception {
        Simulator province = stack.provinces().stream()
                .filter(each -> each.provinceCode().equals(PROVINCE))
                .findFirst()
                .orElseThrow();
        try (Tongban agency = Clients.client(AGENCY, stack)) {
            return new TwoDays(stack, province, agency).told();
        }
    }

    private Told told() throws Exception {
        PastDays past = new PastDays(stack.postgres());
        List<String> theirs = province.ledger().bookings(BookingFilter.first(BOOKINGS_LOOKED_AT)).stream()
                .map(Booking::serial)
                .toList();
        List<String> booked =
                past.confirmed(theirs).stream().limit(2 * BOOKINGS_A_DAY).toList();
        List<String> agreeing = booked.subList(0, booked.size() / 2);
        List<String> differing = booked.subList(booked.size() / 2, booked.size());
        past.moveBoth(PROVINCE, agreeing, agrees);
        past.moveBoth(PROVINCE, differing, differs);

        line("  Two days of Guangdong's books beside ours; of the second, the province has lost a booking");
        line(
                "  %-10s %-8s %8s %14s %14s  %s",
                "day", "state", "bookings", "ours fen", "theirs fen", "rows that differ");
        past.compare(PROVINCE, agrees);
        boolean right = isSigned(shown(agrees, DayState.AGREED, List.of()));
        // What the province lost is what comes first in its book of a day.
        province.faults().withProbability(Fault.DAY_ROW_MISSING, 1);
        try {
            past.compare(PROVINCE, differs);
            right &= shown(differs, DayState.DIFFERS, List.of("missing-there " + differing.get(0)))
                    .isPresent();
        } finally {
            province.faults().clear(Fault.DAY_ROW_MISSING);
        }
        return new Told(text.toString(), right);
    }

    /** @return the day, if it has come to this state with these rows */
    private Optional<ReconciliationDay> shown(LocalDate day, DayState state, List<String> rows)
            throws InterruptedException {
        Optional<ReconciliationDay> found = awaited(day, state);
        if (found.isEmpty()) {
            line("  %-10s has not come to %s", day, state);
            return found;
        }
        List<String> differ =
                agency
                        .reconciliation()
                        .differences(
                                DayDifferenceQuery.all().ofProvince(PROVINCE).ofDay(day))
                        .stream()
                        .map(TwoDays::row)
                        .toList();
        ReconciliationDay told = found.get();
        line(
                "  %-10s %-8s %8d %14s %14s  %s",
                day,
                told.state(),
                sum(told, DaySum::ourCount),
                fen(sum(told, DaySum::ourFen)),
                fen(sum(told, DaySum::theirFen)),
                differ.isEmpty() ? "none, signed" : String.join(", ", differ));
        return differ.equals(rows) ? found : Optional.empty();
    }

    private Optional<ReconciliationDay> awaited(LocalDate day, DayState state) throws InterruptedException {
        ReconciliationDayQuery query =
                ReconciliationDayQuery.all().ofProvince(PROVINCE).inState(state);
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<ReconciliationDay> found = agency.reconciliation().days(query).stream()
                    .filter(each -> each.day().equals(day))
                    .findFirst();
            if (found.isPresent() || Instant.now().isAfter(end)) {
                return found;
            }
            Thread.sleep(250);
        }
    }

    /** As anybody can find out who has the gateway's published keys. */
    private boolean isSigned(Optional<ReconciliationDay> day) throws Exception {
        String statement = day.map(ReconciliationDay::statement).orElse(null);
        if (statement == null) {
            return false;
        }
        JWSObject signed = JWSObject.parse(statement);
        JWKSet keys =
                JWKSet.load(stack.gateway().resolve("/.well-known/jwks.json").toURL());
        return signed.verify(new ECDSAVerifier(
                keys.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey()));
    }

    private static String row(DayDifference row) {
        return row.reason() + " " + row.serial();
    }

    private static long sum(ReconciliationDay day, ToLongFunction<DaySum> of) {
        return day.sums().stream().mapToLong(of).sum();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String fen(long fen) {
        return String.format(Locale.ROOT, "%,d", fen);
    }
}
