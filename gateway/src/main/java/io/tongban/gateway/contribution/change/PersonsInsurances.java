package io.tongban.gateway.contribution.change;

import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.withholding.WithheldMonths;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What a person is insured for at all provinces, as far as the gateway knows: where somebody enrolled the person, or where it
 * was paid for lately, and no province has confirmed that it ended.
 */
record PersonsInsurances(
        Map<ProvinceCode, InsuranceHistories> changes, List<WithheldMonths.Last> paid, YearMonth thisMonth) {
    /** Whoever has not paid for longer has left off (K). */
    private static final int MONTHS_THAT_COUNT = 3;

    PersonsInsurances {
        changes = Map.copyOf(changes);
        paid = List.copyOf(paid);
    }

    /** @param clientId who asks */
    static PersonsInsurances of(Handle handle, String clientId, String personId, YearMonth thisMonth) {
        Map<ProvinceCode, InsuranceHistories> changes = InsuranceHistories.find(handle, personId);
        return new PersonsInsurances(changes, WithheldMonths.of(handle, clientId, personId), thisMonth);
    }

    InsuranceHistory history(ProvinceCode province, InsuranceKind insurance) {
        return changes.getOrDefault(province, InsuranceHistories.NONE).of(insurance);
    }

    Optional<WithheldMonths.Last> last(ProvinceCode province, InsuranceKind insurance) {
        return paid.stream()
                .filter(each ->
                        each.province().equals(province) && each.insurance().equals(insurance))
                .findFirst();
    }

    /** At whichever province. */
    boolean isInsured(InsuranceKind insurance, YearMonth month) {
        return provinces().stream().anyMatch(province -> isInsured(province, insurance, month));
    }

    boolean isInsuredBesides(ProvinceCode here, InsuranceKind insurance, YearMonth month) {
        return provinces().stream()
                .anyMatch(province -> !province.equals(here) && isInsured(province, insurance, month));
    }

    private boolean isInsured(ProvinceCode province, InsuranceKind insurance, YearMonth month) {
        // Nobody has left off yet in the months to come.
        YearMonth known = month.isAfter(thisMonth) ? thisMonth : month;
        boolean paidLately = last(province, insurance)
                .filter(last -> !last.period().isBefore(known.minusMonths(MONTHS_THAT_COUNT)))
                .isPresent();
        return history(province, insurance).mayInsureFrom(month, paidLately);
    }

    private Set<ProvinceCode> provinces() {
        Set<ProvinceCode> all = new HashSet<>(changes.keySet());
        paid.forEach(each -> all.add(each.province()));
        return all;
    }
}
