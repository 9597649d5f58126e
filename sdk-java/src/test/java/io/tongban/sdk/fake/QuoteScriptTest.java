package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.PolicyQuery;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.QuoteSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteScriptTest {
    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-28T04:00:00Z"));
    private final Tongban tongban = fake.client();

    @Test
    void knowsNoRulesOfItsOwn() {
        refused("rule-unknown", () -> tongban.quotes().quote(QuoteSamples.REQUEST));
        assertThat(tongban.policies().list(PolicyQuery.of("44")).items()).isEmpty();
        refused("province-unknown", () -> tongban.policies().list(PolicyQuery.of("99")));
    }

    @Test
    void answersWhatTheTestWrote() {
        fake.quotes()
                .always(QuoteSamples.QUOTE)
                .refuseNext(ProblemType.BASE_OUTSIDE_LIMITS)
                .rules(QuoteSamples.RULES);

        refused("base-outside-limits", () -> tongban.quotes().quote(QuoteSamples.REQUEST));
        assertThat(tongban.quotes().quote(QuoteSamples.REQUEST)).isEqualTo(QuoteSamples.QUOTE);
        assertThat(tongban.policies().list(PolicyQuery.of("44"))).isEqualTo(QuoteSamples.RULES);
    }

    @Test
    void isAskedForADayAsItWasKnownOnADay() {
        fake.quotes().next(QuoteSamples.QUOTE);
        LocalDate today = LocalDate.of(2026, 11, 28);

        assertThat(tongban.quotes().quote(QuoteSamples.REQUEST, LocalDate.of(2028, 2, 29), today))
                .isEqualTo(QuoteSamples.QUOTE);
        refused("knowledge-in-future", () -> tongban.quotes().quote(QuoteSamples.REQUEST, today, today.plusDays(1)));
        refused(
                "knowledge-in-future",
                () -> tongban.policies()
                        .list(PolicyQuery.of("44").withInsurance("AAE140:110").knownOn(today.plusDays(1))));
        assertThat(tongban.policies().list(PolicyQuery.of("44").on(today)).asOf())
                .isEqualTo(today);
    }

    @Test
    void refusesWhatNoRuleIsNeededFor() {
        fake.quotes().always(QuoteSamples.QUOTE);
        LocalDate today = LocalDate.of(2026, 11, 28);

        refused(
                "date-invalid",
                () -> tongban.quotes()
                        .quote(QuoteSamples.REQUEST, today.plusYears(10).plusDays(1), today));
        refused(
                "field-invalid",
                () -> tongban.quotes()
                        .quote(QuoteSamples.REQUEST.toBuilder()
                                .insurances(List.of("AAE140:110", "AAE140:110"))
                                .build()));
    }

    @Test
    void listsOnlyTheInsuranceThatIsAskedForAndWhatHoldsForAll() {
        fake.quotes().rules(QuoteSamples.RULES);

        assertThat(tongban.policies()
                        .list(PolicyQuery.of("44").withInsurance("AAE140:110"))
                        .items())
                .hasSize(1);
        assertThat(tongban.policies()
                        .list(PolicyQuery.of("44").withInsurance("AAE140:310"))
                        .items())
                .isEmpty();
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
