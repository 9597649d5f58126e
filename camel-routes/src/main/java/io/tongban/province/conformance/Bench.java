package io.tongban.province.conformance;

import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The link to the province under test, and what a check needs to make commands and to wait for what comes of them. */
final class Bench {
    private static final long BETWEEN_TRIES_MILLIS = 200;
    /** They follow from another cause, which says more. */
    private static final Set<UnknownCause> OUR_OWN = Set.of(
            UnknownCause.CIRCUIT_OPEN, UnknownCause.BUSY, UnknownCause.NOT_INQUIRABLE, UnknownCause.NOT_REVERSED);

    final Order order;
    final Optional<FarSide> farSide;
    private final ProvinceLink link;
    private final ReplyBox replies;
    private final TestPersons persons;
    private final Clock clock;
    private final Duration patience;
    private final Months months;
    private final Exchanges exchanges;
    private int serials;
    /** Whether the province has said anything that made sense. */
    private boolean understood;
    /** Whether a registration came to no outcome. */
    private boolean unregistered;

    private @Nullable UnknownCause last;

    /**
     * What is withheld for everyone.
     *
     * @param payer unified social credit code, GB 32100
     */
    record Order(ProvinceCode province, InsuranceKind insurance, long baseFen, long amountFen, String payer) {}

    Bench(
            Order order,
            Optional<FarSide> farSide,
            ProvinceLink link,
            ReplyBox replies,
            Exchanges exchanges,
            TestPersons persons,
            Clock clock,
            Duration patience,
            Months months) {
        this.order = order;
        this.farSide = farSide;
        this.link = link;
        this.replies = replies;
        this.exchanges = exchanges;
        this.persons = persons;
        this.clock = clock;
        this.patience = patience;
        this.months = months;
    }

    ProvinceFacts facts() {
        return link.facts(order.province()).orElseThrow();
    }

    TestPersons persons() {
        return persons;
    }

    /** The row's person, whom the province knows now. */
    Enrolled enrolled() {
        return enrolled(persons.next());
    }

    Enrolled enrolled(InsuredPerson person) {
        ProvinceReply reply = NewName.registered(this, person);
        if (reply instanceof ProvinceReply.Accepted accepted
                && accepted.detail() instanceof ProvinceDetail.Registered registered) {
            return new Enrolled(person, registered.personNumber());
        }
        throw new IllegalStateException("the registration that comes before ended " + words(reply));
    }

    record Enrolled(InsuredPerson person, String number) {}

    ProvinceCommand.Register register(InsuredPerson person) {
        return new ProvinceCommand.Register(order.province(), serial(), person, ProvinceCommand.Place.WORK_PLACE);
    }

    ProvinceCommand.Withhold withhold(Enrolled enrolled) {
        return withhold(enrolled.person(), enrolled.number(), order.amountFen());
    }

    ProvinceCommand.Withhold withhold(InsuredPerson person, String number, long amountFen) {
        return withhold(person, number, amountFen, month());
    }

    ProvinceCommand.Withhold withhold(InsuredPerson person, String number, long amountFen, YearMonth month) {
        return new ProvinceCommand.Withhold(
                order.province(),
                serial(),
                person,
                number,
                order.insurance(),
                month,
                order.baseFen(),
                amountFen,
                order.payer());
    }

    ProvinceCommand.ChangeInsurance change(Enrolled enrolled, InsuranceChange change, YearMonth from) {
        return new ProvinceCommand.ChangeInsurance(
                order.province(),
                serial(),
                enrolled.person(),
                enrolled.number(),
                order.insurance(),
                change,
                from,
                change.hasBase() ? order.baseFen() : 0);
    }

    ProvinceCommand.Correct correct(InsuredPerson right, String number) {
        return new ProvinceCommand.Correct(order.province(), serial(), right, number);
    }

    ProvinceCommand.QueryStatus query(Enrolled enrolled) {
        return new ProvinceCommand.QueryStatus(order.province(), serial(), enrolled.person(), enrolled.number());
    }

    ProvinceCommand.QueryDayTotals dayTotals() {
        return new ProvinceCommand.QueryDayTotals(order.province(), serial(), today());
    }

    /** @param page from 1 on */
    ProvinceCommand.QueryDayItems dayItems(int page) {
        return new ProvinceCommand.QueryDayItems(order.province(), serial(), today(), page);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    /** That is withheld for, the same for all. */
    YearMonth month() {
        return months.month(this);
    }

    /** From which months on something may be changed, the best first. */
    List<YearMonth> monthsOfChanges() {
        return months.ofChanges();
    }

    /** What was sent and came back since this was last asked for, personal data masked. */
    String exchanges() {
        return exchanges.taken();
    }

    /** Why nothing was understood so far; empty if something was, or no reason was seen. */
    Optional<UnknownCause> whyNothing() {
        return Optional.ofNullable(last).filter(cause -> !understood);
    }

    /** Whether a registration came to no outcome, and nothing else was understood either. */
    boolean registersNobody() {
        return unregistered && !understood;
    }

    /** Twenty characters, unique to this run and to those a second away. */
    private String serial() {
        serials++;
        return String.format(Locale.ROOT, "C%013d%06d", clock.millis(), serials);
    }

    /** Sends it once, and takes whatever comes. */
    ProvinceReply send(ProvinceCommand command) {
        exchanges.began(command);
        return noted(link.send(command, exchanges));
    }

    /** Sends it, and asks until the outcome is final or patience ends. */
    ProvinceReply outcome(ProvinceCommand command) {
        ProvinceReply reply = settled(command, send(command));
        unregistered |= command instanceof ProvinceCommand.Register && !isFinal(reply);
        return reply;
    }

    /** Carries on what may have been sent before. */
    ProvinceReply resumed(ProvinceCommand command) {
        exchanges.began(command);
        return settled(command, noted(link.resume(command, clock.instant(), exchanges)));
    }

    private ProvinceReply settled(ProvinceCommand command, ProvinceReply first) {
        Instant end = clock.instant().plus(patience);
        Instant sent = clock.instant();
        ProvinceReply reply = first;
        while (!isFinal(reply) && !refusesAccess(reply) && clock.instant().isBefore(end)) {
            pause();
            reply = noted(replies.find(command.serial()).orElseGet(() -> link.resume(command, sent, exchanges)));
        }
        return reply;
    }

    /** To ask again would only lock the account. */
    private static boolean refusesAccess(ProvinceReply reply) {
        return reply instanceof ProvinceReply.Unknown unknown && unknown.cause() == UnknownCause.ACCESS_REFUSED;
    }

    private ProvinceReply noted(ProvinceReply reply) {
        understood |= reply instanceof ProvinceReply.Accepted || reply instanceof ProvinceReply.Refused;
        if (!(reply instanceof ProvinceReply.Unknown unknown)) {
            last = null;
        } else if (!OUR_OWN.contains(unknown.cause())) {
            last = unknown.cause();
        }
        return reply;
    }

    private static boolean isFinal(ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Refused refused) {
            return refused.refusesCommand();
        }
        return reply instanceof ProvinceReply.Accepted;
    }

    /** Looks again until there is what is waited for, or patience ends; the last that was seen. */
    <T> T until(Supplier<T> look, Predicate<T> wanted) {
        Instant end = clock.instant().plus(patience);
        T seen = look.get();
        while (!wanted.test(seen) && clock.instant().isBefore(end)) {
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A reply without a word of the far side's. */
    static String words(ProvinceReply reply) {
        String words = reply.causeWord() == null ? reply.outcomeWord() : reply.outcomeWord() + ": " + reply.causeWord();
        return reply instanceof ProvinceReply.Refused refused ? words + " (" + refused.provinceCode() + ")" : words;
    }
}
