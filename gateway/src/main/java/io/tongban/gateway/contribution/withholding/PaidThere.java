package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tables paid_there and paid_through_there: months that a province says are paid, through whomever. They count as paid
 * until the province says otherwise, by a status of less or by taking back a month of them.
 */
@ApplicationScoped
public class PaidThere implements WithholdingListener {
    private static final YearMonth EARLIEST = YearMonth.of(1990, 1);
    /** What is paid by the year may reach into the one after next; more is a slip of a foreign clerk. */
    private static final int MONTHS_AHEAD = 24;

    private final Clock clock;

    @Inject
    public PaidThere(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void changed(Handle handle, List<WithholdingChange> changes) {
        for (WithholdingChange change : changes) {
            WithholdingRecord withholding = change.withholding();
            switch (withholding.state()) {
                case REFUSED -> {
                    if (withholding.refusal() == ProblemType.PROVINCE_PERIOD_PAID) {
                        insert(handle, withholding, clock.instant());
                    }
                }
                case REVERSED -> delete(handle, withholding);
                case COLLECTING, ACCEPTED, IN_PROCESS, AWAITING_REVIEW, CONFIRMED -> {
                    // Says nothing of what was paid elsewhere.
                }
            }
        }
    }

    /** Whether a month that a province names can be one. */
    public boolean isPlausible(YearMonth month) {
        return !month.isBefore(EARLIEST) && !month.isAfter(YearMonth.now(clock).plusMonths(MONTHS_AHEAD));
    }

    /** @param through last month paid, as the province just said; null where it named none */
    public void through(
            Handle handle,
            String personId,
            ProvinceCode province,
            InsuranceKind insurance,
            @Nullable YearMonth through) {
        if (through == null) {
            handle.createUpdate("""
                            DELETE FROM paid_through_there
                            WHERE person_id = :person AND province = :province AND insurance = :insurance
                            """)
                    .bind("person", personId)
                    .bind("province", province.value())
                    .bind("insurance", insurance.value())
                    .execute();
            return;
        }
        handle.createUpdate("""
                        INSERT INTO paid_through_there (person_id, province, insurance, paid_through, said_at)
                        VALUES (:person, :province, :insurance, :through, :now)
                        ON CONFLICT ON CONSTRAINT paid_through_there_unique
                        DO UPDATE SET paid_through = excluded.paid_through, said_at = excluded.said_at
                        """)
                .bind("person", personId)
                .bind("province", province.value())
                .bind("insurance", insurance.value())
                .bind("through", through.toString())
                .bind("now", clock.instant())
                .execute();
    }

    private static void insert(Handle handle, WithholdingRecord refused, Instant now) {
        handle.createUpdate("""
                        INSERT INTO paid_there (person_id, province, insurance, period, said_at)
                        VALUES (:person, :province, :insurance, :period, :now)
                        ON CONFLICT ON CONSTRAINT paid_there_unique DO UPDATE SET said_at = excluded.said_at
                        """)
                .bind("person", refused.personId())
                .bind("province", refused.province().value())
                .bind("insurance", refused.insurance().value())
                .bind("period", refused.period().toString())
                .bind("now", now)
                .execute();
    }

    private static void delete(Handle handle, WithholdingRecord reversed) {
        handle.createUpdate("""
                        WITH months AS (
                            DELETE FROM paid_there WHERE person_id = :person AND province = :province
                               AND insurance = :insurance AND period = :period)
                        DELETE FROM paid_through_there WHERE person_id = :person AND province = :province
                           AND insurance = :insurance AND paid_through >= :period
                        """)
                .bind("person", reversed.personId())
                .bind("province", reversed.province().value())
                .bind("insurance", reversed.insurance().value())
                .bind("period", reversed.period().toString())
                .execute();
    }
}
