package io.tongban.sdk.fake;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All withholdings of all partners: a reference is used once, and a person's month is withheld once. */
final class WithholdingBook {
    private final Map<String, KeptWithholding> all = new LinkedHashMap<>();
    private final Map<Month, Collected> collected = new HashMap<>();

    /** A month of a person, over all partners. */
    record Month(String person, String insurance, YearMonth period) {
        boolean isSince(String ofPerson, String ofInsurance, YearMonth from) {
            return person.equals(ofPerson) && insurance.equals(ofInsurance) && !period.isBefore(from);
        }
    }

    private record Collected(String province, boolean isPaid) {}

    /** A month that is paid, or being paid, through whomever and by whichever way. */
    private record Withheld(Month month, String province, boolean isPaid) {}

    /** Before all else: who repeats an order must not hear what stands against it by now. */
    void requireNewReference(String clientId, String reference) {
        for (KeptWithholding each : all.values()) {
            if (each.clientId().equals(clientId)
                    && each.order().partnerReference().equals(reference)) {
                throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
            }
        }
    }

    /** Keeps a month for its payouts. */
    void collect(Month month, String province) {
        collected.put(month, new Collected(province, false));
    }

    void paid(Month month, String province) {
        collected.put(month, new Collected(province, true));
    }

    void release(Month month) {
        collected.remove(month);
    }

    boolean holdsDirectly(Month month) {
        return directly().anyMatch(each -> each.month.equals(month));
    }

    private Stream<Withheld> directly() {
        return all.values().stream()
                .filter(KeptWithholding::holdsMonth)
                .map(each -> new Withheld(month(each), each.province(), each.state() == WithholdingState.CONFIRMED));
    }

    private static Month month(KeptWithholding each) {
        return new Month(each.person(), each.order().insurance(), each.order().period());
    }

    private Stream<Withheld> withheld() {
        return Stream.concat(
                directly(),
                collected.entrySet().stream()
                        .map(each -> new Withheld(
                                each.getKey(),
                                each.getValue().province(),
                                each.getValue().isPaid())));
    }

    /** Whether a month from then on is paid there, or being paid. */
    boolean isWithheldSince(String person, String province, String insurance, YearMonth from) {
        return provincesWithheldSince(person, insurance, from).contains(province);
    }

    /** Where the month is confirmed to be paid, through whomever. */
    Optional<String> provinceOfConfirmed(String person, String insurance, YearMonth period) {
        Month month = new Month(person, insurance, period);
        return withheld()
                .filter(each -> each.isPaid && each.month.equals(month))
                .map(Withheld::province)
                .findFirst();
    }

    /** Where a month from then on is paid, or being paid. */
    Set<String> provincesWithheldSince(String person, String insurance, YearMonth from) {
        return withheld()
                .filter(each -> each.month.isSince(person, insurance, from))
                .map(Withheld::province)
                .collect(Collectors.toCollection(HashSet::new));
    }

    void add(KeptWithholding accepted) {
        if (withheld().anyMatch(each -> each.month.equals(month(accepted)))) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, "/period");
        }
        all.put(accepted.id(), accepted);
    }

    Optional<KeptWithholding> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Newest first. */
    List<KeptWithholding> newestFirst() {
        List<KeptWithholding> list = new ArrayList<>(all.values());
        Collections.reverse(list);
        return list;
    }

    WithholdingPage page(Request request) {
        List<KeptWithholding> found = newestFirst().stream()
                .filter(each -> each.clientId().equals(request.clientId()))
                .filter(each -> fits(request, "workerId", each.order().workerId()))
                .filter(each -> fits(request, "partnerReference", each.order().partnerReference()))
                .filter(each -> fits(request, "period", each.order().period().toString()))
                .filter(each -> fits(request, "state", each.state().name()))
                .toList();
        return new PageCut<>(request, KeptWithholding::id, Comparator.reverseOrder())
                .cut(
                        found,
                        (items, next) -> new WithholdingPage(
                                items.stream()
                                        .map(each -> each.shown(true, false))
                                        .toList(),
                                next));
    }

    private static boolean fits(Request request, String filter, String value) {
        return request.query(filter).map(value::equals).orElse(true);
    }
}
