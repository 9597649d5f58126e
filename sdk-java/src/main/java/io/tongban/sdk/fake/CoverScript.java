package io.tongban.sdk.fake;

import io.tongban.api.cover.CoverOutlook;
import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.CoverText;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.cover.CoverageReason;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.internal.Given;
import io.tongban.api.webhook.EventType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What workers are covered for. The fake knows no rules of its own: where the test says nothing, the state is {@code
 * UNKNOWN}, since no rule is known.
 */
public final class CoverScript {
    private final FakeClock clock;
    private final WorkerOperations workers;
    private final Events events;
    private final Map<String, CoverOutlook> outlooks = new HashMap<>();
    private final Map<String, List<CoverPeriod>> periods = new HashMap<>();

    CoverScript(FakeClock clock, WorkerOperations workers, Events events) {
        this.clock = clock;
        this.workers = workers;
        this.events = events;
    }

    /**
     * Tells the partner that has the worker, as the gateway does once a day: by webhook and in the events that are asked
     * for.
     *
     * @param type one of {@code coverage.*}
     */
    public CoverScript tell(EventType type, CoverageChange change) {
        CoverageChange said = Given.value(change, "change");
        if (!Given.value(type, "type").name().startsWith("COVERAGE_")) {
            throw new IllegalArgumentException("Not of cover: " + type);
        }
        synchronized (clock) {
            events.tell(workers.partnerOf(said.workerId()), type, said);
            return this;
        }
    }

    /** How an insurance stands by the rules, in every status from now on. */
    public CoverScript outlook(String insurance, CoverOutlook outlook) {
        synchronized (clock) {
            outlooks.put(Given.value(insurance, "insurance"), Given.value(outlook, "outlook"));
            return this;
        }
    }

    /** The cover of an insurance, whatever days are asked for. */
    public CoverScript periods(String insurance, List<CoverPeriod> covered) {
        synchronized (clock) {
            periods.put(Given.value(insurance, "insurance"), List.copyOf(Given.values(covered, "covered")));
            return this;
        }
    }

    CoverOutlook outlookOf(String insurance) {
        return outlooks.getOrDefault(insurance, unknown());
    }

    List<CoverPeriod> periodsOf(String insurance, LocalDate from, LocalDate to) {
        @Nullable List<CoverPeriod> said = periods.get(insurance);
        return said != null
                ? said
                : List.of(new CoverPeriod(
                        from,
                        to,
                        CoverageState.UNKNOWN,
                        CoverageReason.RULE_UNKNOWN,
                        null,
                        null,
                        null,
                        false,
                        List.of()));
    }

    private static CoverOutlook unknown() {
        return new CoverOutlook(
                CoverageState.UNKNOWN,
                CoverageReason.RULE_UNKNOWN,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                false,
                new CoverText("保障状态的规定不明。", "No rule is known that says what is covered."));
    }
}
