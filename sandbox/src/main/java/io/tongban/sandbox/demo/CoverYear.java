package io.tongban.sandbox.demo;

import static io.tongban.sandbox.demo.Retry.insist;

import io.tongban.api.cover.WorkerCover;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.status.InsuranceStatus;
import io.tongban.api.subsidy.MonthlyIncome;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.Tongban;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A rider who pays in some months of a year and in some not: what that covers, in the terminal and as a picture. */
final class CoverYear {
    private static final String INSURANCE = "AAE140:110";
    private static final long AMOUNT_FEN = 110_200;
    private static final long INCOME_FEN = 620_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Months ago. Nothing was paid for those between. */
    private static final List<Integer> PAID = List.of(10, 9, 8, 5, 4, 1);

    private final Tongban tongban;
    private final Path picture;

    CoverYear(Tongban tongban, Path picture) {
        this.tongban = tongban;
        this.picture = picture;
    }

    String told() throws Exception {
        String worker = insist(() -> tongban.workers().register(registration())).id();
        insist(() -> tongban.workers().awaitEnrolled(worker, PATIENCE));
        YearMonth now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        Mandate mandate = insist(() -> tongban.mandates().create(mandate(worker, now.minusMonths(11))));
        for (int ago : PAID) {
            YearMonth month = now.minusMonths(ago);
            Withholding withholding = insist(() -> tongban.withholdings().withhold(order(worker, mandate.id(), month)));
            insist(() -> tongban.withholdings().awaitFinal(withholding.id(), PATIENCE));
        }
        WorkerCover cover = insist(() -> tongban.statuses().cover(worker));
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.writeString(picture, CoverChart.svg(cover), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(
                        "  A rider's cover over a year, by the rules; before the enrolment only months that the platform paid itself:")
                .append(System.lineSeparator())
                .append(CoverChart.letters(cover));
        insist(() -> tongban.statuses().of(worker)).insurances().stream()
                .filter(each -> each.insurance().equals(INSURANCE))
                .map(InsuranceStatus::byRule)
                .forEach(byRule -> text.append("  ")
                        .append(byRule.text().en())
                        .append(System.lineSeparator())
                        .append("  ")
                        .append(byRule.text().zh())
                        .append(System.lineSeparator()));
        text.append(refunded(worker, now.minusMonths(PAID.get(PAID.size() - 1))));
        return text.append("  As a picture: ")
                .append(picture.toAbsolutePath())
                .append(System.lineSeparator())
                .toString();
    }

    /** Half of what the lowest base costs, by the platforms' own rule, for the last month that he paid. */
    private String refunded(String worker, YearMonth month) throws Exception {
        List<MonthlyIncome> incomes = new ArrayList<>();
        for (int ago = 0; ago < 3; ago++) {
            incomes.add(MonthlyIncome.builder()
                    .period(month.minusMonths(ago))
                    .incomeFen(INCOME_FEN)
                    .build());
        }
        SubsidyClaim claim = insist(() -> tongban.subsidies()
                .claim(
                        worker,
                        SubsidyClaimOrder.builder()
                                .partnerReference("subsidy-rider-of-a-year")
                                .insurance(INSURANCE)
                                .period(month)
                                .workPlace("440106")
                                .incomes(incomes)
                                .consentReference("consent-rider-of-a-year")
                                .build()));
        return "  " + claim.text().en() + System.lineSeparator() + "  "
                + claim.text().zh() + System.lineSeparator();
    }

    private static WorkerRegistration registration() {
        return WorkerRegistration.builder()
                .partnerReference("rider-of-a-year")
                .citizenNumber("449999199604120073")
                .name("年景明")
                .mobile("13900990099")
                .province("44")
                .place(InsuredPlace.WORK_PLACE)
                .sector("food-delivery")
                .consentReference("consent-rider-of-a-year")
                .build();
    }

    private static MandateGrant mandate(String worker, YearMonth from) {
        return MandateGrant.builder()
                .partnerReference("mandate-rider-of-a-year")
                .workerId(worker)
                .province("44")
                .insurances(List.of(INSURANCE))
                .capFen(2 * AMOUNT_FEN)
                .validFrom(from)
                .signedAt(from.atDay(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant())
                .agreementReference("agreement-rider-of-a-year")
                .build();
    }

    private static WithholdingOrder order(String worker, String mandate, YearMonth month) {
        return WithholdingOrder.builder()
                .partnerReference("rider-of-a-year-" + month)
                .workerId(worker)
                .mandateId(mandate)
                .insurance(INSURANCE)
                .period(month)
                .baseFen(5 * AMOUNT_FEN)
                .amountFen(AMOUNT_FEN)
                .build();
    }
}
