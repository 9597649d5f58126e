package io.tongban.gateway.contribution.quote;

import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.quote.Payer;
import io.tongban.api.quote.Position;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteLine;
import io.tongban.api.quote.QuoteOption;
import io.tongban.api.quote.QuotePlace;
import io.tongban.api.quote.QuoteRequest;
import io.tongban.api.quote.RetirementQuote;
import io.tongban.api.quote.Sex;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyDates;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.PolicyMapper;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.quote.QuoteCalculation.Quoted;
import io.tongban.gateway.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours. */
final class QuoteMapper {
    private QuoteMapper() {}

    static Question fromWire(QuoteRequest wire, PolicyDates dates) {
        boolean household = wire.place() == QuotePlace.HOUSEHOLD;
        return new Question(
                household ? wire.household() : wire.workPlace(),
                household ? "/household" : "/workPlace",
                wire.birthMonth(),
                retiringAs(wire),
                Relation.valueOf(wire.relation().name()),
                wire.insurances(),
                Period.valueOf(wire.period().name()).months(),
                wire.grade(),
                wire.baseFen(),
                wire.monthlyIncomeFen(),
                wire.paidMonths(),
                dates.asOf(),
                dates.knownAt());
    }

    /** The variant of the rule {@code retirement-cohort}: the sex, and for women whether they are staff. */
    private static String retiringAs(QuoteRequest wire) {
        if (wire.position() != null && wire.relation() != InsuranceRelation.EMPLOYEE) {
            throw new ProblemException(ProblemType.POSITION_NOT_APPLICABLE, null, "/position");
        }
        return wire.position() == Position.STAFF && wire.sex() == Sex.FEMALE
                ? "FEMALE_STAFF"
                : wire.sex().name();
    }

    static Quote toWire(Quoted quoted) {
        Question question = quoted.question();
        LocalDate asOf = question.asOf();
        Retirement retirement = quoted.retirement();
        return new Quote(
                question.province(),
                question.division(),
                asOf,
                question.knownAt(),
                PolicyBook.digest(quoted.rules()),
                question.first(),
                question.through(),
                quoted.isProvisional(),
                quoted.options().stream().map(QuoteMapper::toWire).toList(),
                retirement == null ? null : toWire(retirement, asOf),
                quoted.rules().stream()
                        .map(entry -> PolicyMapper.toWire(entry, quoted.isProvisionalBy(entry)))
                        .toList());
    }

    private static QuoteOption toWire(Option option) {
        return new QuoteOption(
                option.grade(),
                option.baseFen(),
                option.personFen(),
                option.employerFen(),
                option.subsidyFen(),
                option.remainsFen(),
                option.isProvisional(),
                option.lines().stream().map(QuoteMapper::toWire).toList());
    }

    private static QuoteLine toWire(Line line) {
        return new QuoteLine(
                line.insurance(),
                line.byPerson() ? Payer.PERSON : Payer.EMPLOYER,
                line.part(),
                line.from(),
                line.through(),
                line.baseFen(),
                line.rate(),
                line.amountFen(),
                line.rule().id(),
                line.rule().source(),
                PolicyMark.valueOf(line.mark().name()),
                line.isProvisional(),
                ids(line.behind()));
    }

    private static RetirementQuote toWire(Retirement retirement, LocalDate asOf) {
        Integer missing = retirement.missingMonths();
        return new RetirementQuote(
                retirement.statutory(),
                retirement.earliest(),
                retirement.latest(),
                retirement.delayMonths(),
                retirement.minimumMonths(),
                missing,
                years(missing),
                retirement.isProvisional(asOf),
                ids(retirement.behind()));
    }

    private static @Nullable String years(@Nullable Integer months) {
        return months == null
                ? null
                : BigDecimal.valueOf(months)
                        .divide(BigDecimal.valueOf(12), 1, RoundingMode.CEILING)
                        .toPlainString();
    }

    private static List<String> ids(List<PolicyEntry> entries) {
        return entries.stream().map(PolicyEntry::id).toList();
    }
}
