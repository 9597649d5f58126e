package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A province's books, for the dialects to write and for everyone to read. A serial that was seen before is not worked
 * on again: it gets its original answer, and so does an inquiry.
 */
public final class Ledger implements SimulatorLedger, AutoCloseable {
    private final SimulatedProvince province;
    private final LedgerDatabase database;
    private final ContributionRules rules;
    private final Clock clock;

    public Ledger(SimulatorSettings settings) {
        province = settings.province();
        clock = settings.clock();
        rules = new ContributionRules(province.code(), ContributionPolicy.shipped());
        database = new LedgerDatabase(province.code(), settings.store());
    }

    public Answer register(String serial, RegisterOrder order) {
        return once(serial, Transaction.REGISTER, (connection, at) -> {
            Optional<Refusal> objection = rules.objection(order, ProvinceTime.day(at));
            if (objection.isPresent()) {
                return new Answer.Refused(objection.get());
            }
            PersonTable.insert(connection, province, order, at);
            PersonTable.Person person = PersonTable.byCitizenNumber(connection, order.citizenNumber())
                    .orElseThrow();
            return person.name().equals(order.name())
                    ? new Answer.Registered(person.personNumber())
                    : new Answer.Refused(Refusal.IDENTITY_MISMATCH);
        });
    }

    public Answer withhold(String serial, WithholdOrder order) {
        return once(serial, Transaction.WITHHOLD, (connection, at) -> {
            Optional<PersonTable.Person> person = PersonTable.byPersonNumber(connection, order.personNumber());
            Optional<Refusal> objection = rules.objection(order, person, ProvinceTime.day(at));
            if (objection.isPresent()) {
                return new Answer.Refused(objection.get());
            }
            if (!InsuranceTable.of(connection, order.personNumber(), order.kind())
                    .takes(order.period())) {
                return new Answer.Refused(Refusal.NOT_ELIGIBLE);
            }
            Optional<Answer.Booked> booked = BookingTable.insert(connection, province, serial, order, at);
            return booked.isPresent() ? booked.get() : new Answer.Refused(Refusal.PERIOD_ALREADY_PAID);
        });
    }

    /** Notes a refusal that has no reason in the books, as if it had one. */
    Answer refuse(String serial, Transaction transaction, Refusal refusal) {
        return once(serial, transaction, (connection, at) -> new Answer.Refused(refusal));
    }

    /** Begins, changes, pauses, resumes or ends an insurance. */
    public Answer change(String serial, InsuranceOrder order) {
        return once(serial, order.change(), (connection, at) -> {
            Optional<PersonTable.Person> person = PersonTable.hold(connection, order.personNumber());
            InsuranceHistory history = InsuranceTable.of(connection, order.personNumber(), order.kind());
            Optional<YearMonth> lastPaid = InsuranceTable.lastPaid(connection, order.personNumber(), order.kind());
            Optional<Refusal> objection = rules.objection(order, person).or(() -> history.objection(order, lastPaid));
            return objection.isPresent()
                    ? new Answer.Refused(objection.get())
                    : InsuranceTable.insert(connection, province, serial, order, at);
        });
    }

    /** Puts name and mobile right. */
    public Answer correct(String serial, CorrectionOrder order) {
        return once(serial, Transaction.CORRECT, (connection, at) -> {
            Optional<PersonTable.Person> person = PersonTable.hold(connection, order.personNumber());
            if (person.isEmpty()) {
                return new Answer.Refused(Refusal.PERSON_UNKNOWN);
            }
            if (!person.get().citizenNumber().equals(order.citizenNumber())) {
                return new Answer.Refused(Refusal.IDENTITY_MISMATCH);
            }
            PersonTable.correct(connection, order);
            return InsuranceTable.insert(connection, province, serial, order, at);
        });
    }

    /** @param transaction which it must have been, where the dialect says so */
    public Answer inquire(String serial, @Nullable Transaction transaction) {
        return database.read(connection -> TransactionTable.find(connection, serial, transaction)
                .orElse(new Answer.Refused(Refusal.SERIAL_NOT_FOUND)));
    }

    /** Which transaction it was that bore this serial. */
    public Optional<Transaction> transaction(String serial) {
        return database.read(connection -> TransactionTable.transaction(connection, serial));
    }

    /**
     * Takes a withholding back (冲正): its month is free again, and an inquiry says {@link Refusal#REVERSED}. A serial that
     * nobody has seen is noted, so that the withholding is refused should it arrive later.
     *
     * @return {@link Answer.Reversed}, the same each time; or {@link Refusal#SERIAL_NOT_FOUND}, where there is nothing
     *     to reverse: never seen, refused, or no withholding
     */
    public Answer reverse(String serial) {
        Instant at = now();
        return database.commit(connection -> ReversalTable.reverse(connection, serial, at));
    }

    public Answer status(String personNumber, String citizenNumber) {
        return database.read(connection -> {
            Optional<PersonTable.Person> person = PersonTable.byPersonNumber(connection, personNumber);
            if (person.isEmpty()) {
                return new Answer.Refused(Refusal.PERSON_UNKNOWN);
            }
            if (!person.get().citizenNumber().equals(citizenNumber)) {
                return new Answer.Refused(Refusal.IDENTITY_MISMATCH);
            }
            YearMonth now = YearMonth.from(ProvinceTime.day(clock.instant()));
            return new Answer.Covers(PaidMonths.covers(
                    BookingTable.ofCitizen(connection, citizenNumber),
                    InsuranceTable.of(connection, personNumber),
                    now));
        });
    }

    /** What was booked or taken back on a day, by receipt number. */
    List<DayEntry> day(LocalDate day) {
        return database.read(connection -> DayTable.entries(connection, day));
    }

    @Override
    public long totalFen() {
        return database.read(BookingTotals::all).totalFen();
    }

    @Override
    public long bookings() {
        return database.read(BookingTotals::all).bookings();
    }

    @Override
    public long persons() {
        return database.read(PersonTable::count);
    }

    @Override
    public Map<String, PayerTotal> byPayer() {
        return database.read(BookingTotals::byPayer);
    }

    @Override
    public List<Booking> bookingsOf(String citizenNumber) {
        return database.read(connection -> BookingTable.ofCitizen(connection, citizenNumber));
    }

    @Override
    public List<Booking> bookings(BookingFilter filter) {
        return database.read(connection -> BookingTable.list(connection, filter));
    }

    @Override
    public List<DoubleBooking> doubleBookings() {
        return database.read(BookingTotals::doubled);
    }

    @Override
    public List<InsuranceEntry> changesOf(String citizenNumber) {
        return database.read(connection -> InsuranceTable.list(connection, citizenNumber));
    }

    @Override
    public long changes() {
        return database.read(InsuranceTable::count);
    }

    @Override
    public long refusedDoubles() {
        return database.read(connection -> TransactionTable.countRefused(connection, Refusal.PERIOD_ALREADY_PAID));
    }

    @Override
    public long reversed() {
        return database.read(ReversalTable::count);
    }

    @Override
    public void close() {
        database.close();
    }

    private Answer once(String serial, Transaction transaction, Judgement judgement) {
        Instant at = now();
        return database.commit(connection -> {
            if (!TransactionTable.claim(connection, serial, transaction, at)) {
                return TransactionTable.find(connection, serial, null).orElseThrow();
            }
            Answer answer = judgement.of(connection, at);
            TransactionTable.settle(connection, serial, answer);
            return answer;
        });
    }

    /** Whole seconds: an inquiry must repeat the time to the digit, and the dialects carry no finer one. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @FunctionalInterface
    private interface Judgement {
        Answer of(Connection connection, Instant at) throws SQLException;
    }
}
