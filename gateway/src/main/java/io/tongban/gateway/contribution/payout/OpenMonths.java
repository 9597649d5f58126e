package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.withholding.CollectedMonth;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.config.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Gives the months of payouts, held until the transaction ends, so that parts of one month come one after the other. Two
 * reports never wait for each other: missing months are opened first, in one order, and all are held then, in one order.
 */
@ApplicationScoped
public class OpenMonths {
    private final MonthStore store;
    private final CollectedWithholdings withholdings;
    private final Policies policies;
    private final PayoutConfig config;
    private final Clock clock;

    @Inject
    public OpenMonths(
            MonthStore store, CollectedWithholdings withholdings, Policies policies, PayoutConfig config, Clock clock) {
        this.store = store;
        this.withholdings = withholdings;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** Those that can be collected; a month that is withheld directly is not among them. */
    Map<MonthKey, Month> hold(Handle handle, Reporter reporter, List<Reported> reported) {
        Map<MonthKey, Reported> firsts = new TreeMap<>(MonthKey.ORDER);
        reported.forEach(each -> each.months().forEach(key -> firsts.putIfAbsent(key, each)));
        Set<MonthKey> keys = firsts.keySet();
        // The usual case is one, of which there is no order to keep to: it is looked for by holding it.
        Map<MonthKey, Month> held = keys.size() == 1 ? store.hold(handle, reporter.clientId(), keys) : Map.of();
        if (held.isEmpty()) {
            Set<MonthKey> known = store.known(handle, keys);
            firsts.forEach((key, first) -> {
                if (!known.contains(key)) {
                    open(handle, reporter, key, first);
                }
            });
            held = store.hold(handle, reporter.clientId(), keys);
        }
        return foundAnew(handle, reporter, firsts, held) ? store.hold(handle, reporter.clientId(), keys) : held;
    }

    /**
     * A month of which nothing is held follows the mandate of whoever comes next, not one that may be revoked.
     *
     * @return whether any month is another one now
     */
    private boolean foundAnew(
            Handle handle, Reporter reporter, Map<MonthKey, Reported> firsts, Map<MonthKey, Month> held) {
        boolean changed = false;
        for (Month month : held.values()) {
            String withholding = month.withholdingId();
            Reported first = firsts.get(month.key());
            if (withholding == null || first == null || !month.isEmpty()) {
                continue;
            }
            CollectedMonth anew = collected(month.id(), withholding, reporter, month.key(), first);
            if (withholdings.foundAnew(handle, anew)) {
                store.foundAnew(handle, anew, founding(first, month.key()), clock.instant());
                changed = true;
            }
        }
        return changed;
    }

    /** A month that is withheld directly does not open. */
    private void open(Handle handle, Reporter reporter, MonthKey key, Reported first) {
        CollectedMonth month = collected(Ids.next("cmo_"), Ids.next("wh_"), reporter, key, first);
        if (store.open(handle, month, founding(first, key), clock.instant()) && !withholdings.open(handle, month)) {
            MonthStore.remove(handle, month.id());
        }
    }

    private static CollectedMonth collected(
            String id, String withholdingId, Reporter reporter, MonthKey key, Reported first) {
        Standing standing = first.standing();
        return new CollectedMonth(
                id,
                withholdingId,
                reporter.creditCode(),
                key.personId(),
                standing.worker().id(),
                standing.mandate().id(),
                standing.enrolmentId(),
                standing.mandate().province(),
                key.insurance(),
                key.period(),
                first.terms().baseFen(),
                contribution(first, key).fen());
    }

    private Founding founding(Reported first, MonthKey key) {
        MonthlyContribution contribution = contribution(first, key);
        return new Founding(
                contribution.rule().id(),
                Mark.weakest(Stream.concat(
                                contribution.behind().stream(),
                                Stream.of(first.cutOff().entry()))
                        .toList()),
                policies.today(),
                first.cutOff().lastDay(),
                first.cutOff().passed().plus(config.reportWithin()));
    }

    private static MonthlyContribution contribution(Reported first, MonthKey key) {
        return Objects.requireNonNull(first.contributions().get(key.insurance()), "asked for by the report itself");
    }
}
