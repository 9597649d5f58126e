package io.tongban.sdk.fake;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All withholdings of all partners: a reference is used once, and a person's month is withheld once. */
final class WithholdingBook {
    private final Map<String, KeptWithholding> all = new LinkedHashMap<>();
    private final Set<String> collected = new HashSet<>();

    /** Before all else: who repeats an order must not hear what stands against it by now. */
    void requireNewReference(String clientId, String reference) {
        for (KeptWithholding each : all.values()) {
            if (each.clientId().equals(clientId)
                    && each.order().partnerReference().equals(reference)) {
                throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
            }
        }
    }

    /** Names a month of a person over all partners. */
    static String month(String person, String insurance, YearMonth period) {
        return person + " " + insurance + " " + period;
    }

    /** Keeps a month for its payouts. */
    void collect(String month) {
        collected.add(month);
    }

    void release(String month) {
        collected.remove(month);
    }

    boolean holdsDirectly(String month) {
        return all.values().stream()
                .filter(KeptWithholding::holdsMonth)
                .anyMatch(each -> month(
                                each.person(),
                                each.order().insurance(),
                                each.order().period())
                        .equals(month));
    }

    void add(KeptWithholding accepted) {
        WithholdingOrder order = accepted.order();
        if (collected.contains(month(accepted.person(), order.insurance(), order.period()))) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, "/period");
        }
        for (KeptWithholding each : all.values()) {
            if (each.holdsMonth()
                    && each.person().equals(accepted.person())
                    && each.order().insurance().equals(order.insurance())
                    && each.order().period().equals(order.period())) {
                throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, "/period");
            }
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
