package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.payout.CollectingMonths.Collecting;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one partner withheld for its worker, and what it holds back from payouts.
 *
 * @param withheld confirmed, or on its way
 * @param held months that it has a part in
 */
record OwnMonths(List<PaidMonth> withheld, List<Collecting> held) {
    OwnMonths {
        withheld = List.copyOf(withheld);
        held = List.copyOf(held);
    }

    List<YearMonth> paid(ProvinceCode province, InsuranceKind insurance) {
        return periods(province, insurance, true);
    }

    /** Neither confirmed nor failed yet. */
    List<YearMonth> underWay(ProvinceCode province, InsuranceKind insurance) {
        return periods(province, insurance, false);
    }

    private List<YearMonth> periods(ProvinceCode province, InsuranceKind insurance, boolean paid) {
        return Stream.concat(
                        withheld.stream()
                                .filter(each -> each.is(province, insurance) && each.isPaid() == paid)
                                .map(PaidMonth::period),
                        held.stream()
                                .filter(each -> each.is(province, insurance) && each.paid() == paid)
                                .map(Collecting::period))
                .toList();
    }

    /** What is held back from payouts and not paid in yet. */
    List<Collecting> collecting(ProvinceCode province, InsuranceKind insurance) {
        return held.stream()
                .filter(each -> each.is(province, insurance) && !each.paid())
                .toList();
    }

    /** The base of the last month that was paid; null where none was. */
    @Nullable
    Long lastBaseFen(ProvinceCode province, InsuranceKind insurance) {
        record Based(YearMonth period, long baseFen) {}
        return Stream.concat(
                        withheld.stream()
                                .filter(each -> each.is(province, insurance) && each.isPaid())
                                .map(each -> new Based(each.period(), each.baseFen())),
                        held.stream()
                                .filter(each -> each.is(province, insurance) && each.paid())
                                .map(each -> new Based(each.period(), each.baseFen())))
                .max(Comparator.comparing(Based::period))
                .map(Based::baseFen)
                .orElse(null);
    }
}
