package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.cover.Cover;
import io.tongban.gateway.contribution.cover.CoverMonths;
import io.tongban.gateway.contribution.cover.CoverReason;
import io.tongban.gateway.contribution.cover.CoverRules;
import io.tongban.gateway.contribution.cover.CoverSpan;
import io.tongban.gateway.contribution.cover.CoverState;
import io.tongban.gateway.contribution.cover.NextDue;
import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.cover.Retires;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.quote.PersonQuote;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.worker.CitizenNumber;
import io.tongban.province.InsuranceKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cover of one insurance, as one partner is shown it: from the month on in which its worker was enrolled, and before
 * it the months for which it paid itself, by its own payments alone. All else of before is other partners' and stays
 * theirs: also that nobody paid.
 */
public final class ShownCover {
    private final InsuranceKind insurance;
    private final Cover cover;
    private final CoverRules rules;
    private final PersonQuote quote;
    private final LocalDate shownFrom;
    private final CoverMonths own;
    private final Cover ownCover;

    private ShownCover(
            InsuranceKind insurance,
            Cover cover,
            CoverMonths own,
            Cover ownCover,
            CoverRules rules,
            PersonQuote quote,
            LocalDate shownFrom) {
        this.insurance = insurance;
        this.cover = cover;
        this.own = own;
        this.ownCover = ownCover;
        this.rules = rules;
        this.quote = quote;
        this.shownFrom = shownFrom;
    }

    /** An outlook, and what the next payment comes to where a quote says so. */
    public record Shown(Outlook outlook, @Nullable LocalDate since, PersonQuote.@Nullable Contribution next) {}

    /**
     * @param paid of the person, through whichever partner
     * @param own what the partner paid itself or is collecting
     * @param history what was paused and ended, through whichever partner: whoever pays would be refused by it
     */
    static ShownCover of(
            PolicyBook book,
            InsuredThere insured,
            InsuranceKind insurance,
            List<PaidMonth> paid,
            OwnMonths own,
            InsuranceHistory history,
            Clock clock) {
        LocalDate today = LocalDate.now(clock);
        String province = insured.province().value();
        CitizenNumber number = new CitizenNumber(insured.person().citizenNumber());
        PersonQuote quote =
                new PersonQuote(book, province, number.birthMonth(), number.isFemale() ? "FEMALE" : "MALE", today);
        CoverRules rules = new CoverRules(book, province, insurance.value(), today);
        Optional<Retires> retires = rules.relation(YearMonth.from(today))
                .filter(relation -> relation != Relation.RESIDENT)
                .flatMap(relation -> quote.retirement(relation, today))
                .map(found -> new Retires(found.month(), found.behind()));
        // What others are collecting is not told before it is paid.
        CoverMonths months = CoverMonths.of(
                paid.stream()
                        .filter(month -> month.is(insured.province(), insurance) && month.isPaid())
                        .map(PaidMonth::period)
                        .toList(),
                own.underWay(insured.province(), insurance));
        CoverMonths ownMonths = CoverMonths.of(own.paid(insured.province(), insurance));
        return new ShownCover(
                insurance,
                Cover.of(rules, months, history, retires, today),
                ownMonths,
                Cover.of(rules, ownMonths, history, retires, today),
                rules,
                quote,
                YearMonth.from(insured.since().atZone(clock.getZone())).atDay(1));
    }

    /** @param baseFen of the last month that was paid; null for the lowest */
    Shown outlook(@Nullable Long baseFen) {
        Outlook outlook = cover.outlook();
        LocalDate since = outlook.since();
        boolean beganBefore = since != null && since.isBefore(shownFrom);
        return new Shown(
                beganBefore && !isOwn(outlook) ? outlook.silentOnItsBeginning() : outlook,
                beganBefore ? null : since,
                Optional.ofNullable(outlook.nextDue())
                        .flatMap(next -> amount(next, baseFen))
                        .orElse(null));
    }

    /** Whether the partner's own payments say all of it. */
    private boolean isOwn(Outlook outlook) {
        Outlook byItself = ownCover.outlook();
        return byItself.current().equals(outlook.current())
                && Objects.equals(byItself.waitingUntil(), outlook.waitingUntil());
    }

    private Optional<PersonQuote.Contribution> amount(NextDue next, @Nullable Long baseFen) {
        return rules.relation(next.month())
                .flatMap(relation -> quote.contribution(
                        insurance.value(), relation, next.month(), rules.isYearly(next.month()), baseFen));
    }

    List<CoverSpan> spans(LocalDate from, LocalDate to) {
        List<CoverSpan> spans = new ArrayList<>();
        if (from.isBefore(shownFrom)) {
            LocalDate last = to.isBefore(shownFrom) ? to : shownFrom.minusDays(1);
            YearMonth end = YearMonth.from(last);
            for (YearMonth month = YearMonth.from(from); !month.isAfter(end); month = month.plusMonths(1)) {
                LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
                LocalDate through = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
                spans.addAll(own.paid().contains(month) ? ownCover.spans(first, through) : notShown(first, through));
            }
        }
        if (!to.isBefore(shownFrom)) {
            spans.addAll(cover.spans(from.isBefore(shownFrom) ? shownFrom : from, to));
        }
        return CoverSpan.joined(spans);
    }

    private static List<CoverSpan> notShown(LocalDate first, LocalDate through) {
        return List.of(new CoverSpan(first, through, CoverState.UNKNOWN, CoverReason.NOT_SHOWN, List.of()));
    }
}
