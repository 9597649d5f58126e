package io.tongban.gateway.contribution.advice;

import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceCode;
import io.tongban.api.advice.AdviceReason;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.advice.AdviceVerdict;
import io.tongban.api.advice.AdvisedInsurance;
import io.tongban.api.advice.WorkKind;
import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.quote.QuotePeriod;
import io.tongban.api.quote.QuotePlace;
import io.tongban.gateway.contribution.policy.PolicyDates;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.quote.PersonQuote.Contribution;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours. */
final class AdviceMapper {
    private AdviceMapper() {}

    static AdviceQuestion fromWire(AdviceRequest wire, PolicyDates dates) {
        List<String> held = wire.held();
        Integer paidMonths = wire.paidMonths();
        return new AdviceQuestion(
                wire.household(),
                wire.workPlace(),
                wire.birthMonth(),
                wire.sex().name(),
                wire.work() == WorkKind.PLATFORM,
                wire.monthlyIncomeFen(),
                held == null ? Set.of() : Set.copyOf(held),
                paidMonths == null ? 0 : paidMonths,
                dates.asOf(),
                dates.knownAt());
    }

    static Advice toWire(AdviceQuestion question, List<Advised> advised) {
        return new Advice(
                question.asOf(),
                question.knownAt(),
                advised.stream().map(each -> toWire(each, question.asOf())).toList());
    }

    private static AdvisedInsurance toWire(Advised advised, LocalDate asOf) {
        Contribution lowest = advised.lowest();
        return new AdvisedInsurance(
                advised.scheme().insurance(),
                InsuranceRelation.valueOf(advised.scheme().relation().name()),
                advised.scheme().atWorkPlace() ? QuotePlace.WORK_PLACE : QuotePlace.HOUSEHOLD,
                AdviceVerdict.valueOf(advised.verdict().name()),
                advised.reasons().stream().map(reason -> toWire(reason, asOf)).toList(),
                lowest == null ? null : lowest.fen(),
                lowest == null ? null : advised.scheme().isResidents() ? QuotePeriod.YEARLY : QuotePeriod.MONTHLY,
                lowest != null && lowest.provisional());
    }

    private static AdviceReason toWire(Reason reason, LocalDate asOf) {
        PolicyEntry rule = reason.rule();
        return new AdviceReason(
                AdviceCode.valueOf(reason.code().name()),
                new CoverText(reason.zh(), reason.en()),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.source(),
                mark(rule),
                rule != null && rule.isProvisional(asOf));
    }

    private static @Nullable PolicyMark mark(@Nullable PolicyEntry rule) {
        return rule == null || rule.mark() == null
                ? null
                : PolicyMark.valueOf(rule.mark().name());
    }
}
