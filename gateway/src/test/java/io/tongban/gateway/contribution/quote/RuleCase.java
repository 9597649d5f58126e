package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleKey;
import io.tongban.gateway.contribution.policy.RuleValue;
import io.tongban.gateway.contribution.policy.Share;
import io.tongban.gateway.platform.config.TableFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A case of {@code cases.tsv}, computed from policies. */
final class RuleCase {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String PENSION = "AAE140:110";

    private final PolicyBook book;

    RuleCase(PolicyBook book) {
        this.book = book;
    }

    static List<List<String>> all() {
        return TableFile.rows(RuleCase.class, "/policies/cases.tsv").stream()
                .map(List::of)
                .toList();
    }

    /** @throws AssertionError if the policies say something else */
    void check(List<String> row) {
        switch (row.get(0)) {
            case "retirement" -> retirement(row);
            case "minimum" ->
                assertThat(text(RuleValue.Count.class, Rule.MINIMUM_MONTHS, PENSION, "", "", day(row.get(1) + "-12")))
                        .isEqualTo(row.get(2));
            case "limits" -> limits(row);
            case "wage" ->
                assertThat(rules(row.get(1) + "0000")
                                .value(RuleValue.Amount.class, Rule.AVERAGE_WAGE, "", "", "", day("2025-12"))
                                .orElseThrow()
                                .value()
                                .text())
                        .isEqualTo(row.get(2) + " yuan");
            case "rate" ->
                assertThat(part(row.get(1), row.get(2), "", row.get(3))).isEqualTo(percent(row.get(4)));
            case "class" ->
                assertThat(part("AAE140:410", "EMPLOYEE", "CLASS_" + row.get(1), "EMPLOYER"))
                        .isEqualTo(percent(row.get(2)));
            case "premium" ->
                assertThat(rules("440103")
                                .value(
                                        RuleValue.Price.class,
                                        Rule.ORDER_PREMIUM,
                                        "AAE140:410",
                                        "PLATFORM_PAID",
                                        row.get(1),
                                        day("2022-07"))
                                .orElseThrow()
                                .value()
                                .fen(Long.parseLong(row.get(2))))
                        .isEqualTo(fen(row.get(3)));
            case "since" -> since(row);
            case "year" -> year(row);
            case "flexible" -> flexible(row);
            case "subsidy" -> subsidy(row);
            case "said" -> said(row);
            default -> throw new AssertionError("no case is called " + row.get(0));
        }
    }

    private void retirement(List<String> row) {
        YearMonth birth = YearMonth.parse(row.get(2));
        RuleValue.Cohort cohort = rules("440103")
                .value(RuleValue.Cohort.class, Rule.RETIREMENT_AGE, "", "", row.get(1), day("2025-01"))
                .orElseThrow()
                .value();
        assertThat(cohort.delayMonths(birth)).isEqualTo(Integer.parseInt(row.get(3)));
        assertThat(birth.plusMonths(cohort.ageMonths() + cohort.delayMonths(birth)))
                .isEqualTo(YearMonth.parse(row.get(4)));
    }

    private void limits(List<String> row) {
        Bases bases = new Bases(rules(row.get(1)));
        YearMonth month = YearMonth.parse(row.get(2));
        var entry = rules(row.get(1))
                .value(RuleValue.Percent.class, Rule.BASE_FLOOR_SHARE, PENSION, "", "", day("2025-01"))
                .orElseThrow()
                .entry();
        assertThat(bases.of(new Choice.Floor(entry), PENSION, "FLEXIBLE", month, "/insurances/0")
                        .fen())
                .isEqualTo(fen(row.get(3)));
        assertThat(bases.of(new Choice.Ceiling(entry), PENSION, "FLEXIBLE", month, "/insurances/0")
                        .fen())
                .isEqualTo(fen(row.get(4)));
    }

    private void since(List<String> row) {
        LocalDate first = LocalDate.parse(row.get(2));
        Rules there = rules(row.get(1) + "0000");
        assertThat(there.value(RuleValue.Word.class, Rule.BASIS, "AAE140:410", "PLATFORM_PAID", "", first))
                .hasValueSatisfying(found -> assertThat(found.value().word()).isEqualTo("PLATFORM_DEBT"));
        assertThat(there.value(RuleValue.Word.class, Rule.BASIS, "AAE140:410", "PLATFORM_PAID", "", first.minusDays(1)))
                .isEmpty();
    }

    private void year(List<String> row) {
        boolean graded = !row.get(2).equals("-");
        RuleValue.Grade grade = rules("440103")
                .value(
                        RuleValue.Grade.class,
                        graded ? Rule.GRADE : Rule.ANNUAL_CONTRIBUTION,
                        row.get(1),
                        "RESIDENT",
                        graded ? row.get(2) : "",
                        day(row.get(3) + "-06"))
                .orElseThrow()
                .value();
        assertThat(grade).isEqualTo(new RuleValue.Grade(fen(row.get(4)), fen(row.get(5))));
    }

    private void flexible(List<String> row) {
        Option option = QuoteCalculation.of(
                        book,
                        Shipped.question(row.get(1), Relation.FLEXIBLE, PENSION)
                                .grade(row.get(2))
                                .asOf(day(row.get(3)))
                                .build())
                .options()
                .get(0);
        assertThat(option.baseFen()).isEqualTo(fen(row.get(4)));
        assertThat(option.personFen()).isEqualTo(fen(row.get(5)));
    }

    private void subsidy(List<String> row) {
        YearMonth month = YearMonth.parse(row.get(2));
        String[] incomes = row.get(3).split(" ");
        Map<YearMonth, Long> earned = new HashMap<>();
        for (int i = 0; i < incomes.length; i++) {
            earned.put(month.minusMonths(incomes.length - 1L - i), fen(incomes[i]));
        }
        SubsidyCalculation.Subsidy subsidy = SubsidyCalculation.of(book, row.get(1), PENSION, month, earned, TODAY);
        assertThat(subsidy.monthsReached()).isEqualTo(Integer.parseInt(row.get(4)));
        assertThat(subsidy.isDue() ? subsidy.fen() : 0).isEqualTo(fen(row.get(5)));
    }

    private void said(List<String> row) {
        for (String place : row.get(1).split(" ")) {
            RuleKey key = new RuleKey(
                    Rule.valueOf(row.get(2).toUpperCase(Locale.ROOT).replace('-', '_')),
                    cell(row.get(3)),
                    cell(row.get(4)),
                    "",
                    cell(row.get(5)));
            LocalDate first = LocalDate.parse(row.get(6));
            // A province that says nothing of its own stands for the country.
            String at = place.equals("00") ? "15" : place;
            assertThat(said(at, key, first)).isEqualTo(row.get(7));
            assertThat(said(at, key, first.minusDays(1))).isNotEqualTo(row.get(7));
        }
    }

    private String said(String place, RuleKey key, LocalDate day) {
        return book.find(place, key, day, TODAY)
                .standing()
                .map(entry -> entry.valueText().isEmpty() ? entry.state() : entry.valueText())
                .orElse("");
    }

    private static String cell(String text) {
        return text.equals("-") ? "" : text;
    }

    private long part(String insurance, String relation, String variant, String share) {
        return rules("440103")
                .value(RuleValue.Parts.class, Rule.RATE, insurance, relation, variant, day("2026-11"))
                .orElseThrow()
                .value()
                .millionths()
                .get(Share.valueOf(share));
    }

    private String text(
            Class<? extends RuleValue> form,
            Rule rule,
            String insurance,
            String relation,
            String variant,
            LocalDate day) {
        return rules("440103")
                .value(form, rule, insurance, relation, variant, day)
                .orElseThrow()
                .value()
                .text();
    }

    private Rules rules(String division) {
        return new Rules(book, division, TODAY);
    }

    private static LocalDate day(String month) {
        return YearMonth.parse(month).atDay(1);
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static long percent(String text) {
        return new BigDecimal(text).movePointRight(4).longValueExact();
    }
}
