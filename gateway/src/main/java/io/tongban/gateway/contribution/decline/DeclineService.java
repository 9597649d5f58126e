package io.tongban.gateway.contribution.decline;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.decline.DeclineStore.Cell;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Takes down declines, and counts those of months that are over. */
@ApplicationScoped
public class DeclineService {
    /** First day of the following month on which nothing of a month can still be on its way into the books. */
    private static final int COUNTED_FROM_DAY = 2;

    private final ProvinceAdmission provinces;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public DeclineService(ProvinceAdmission provinces, Audit audit, Clock clock) {
        this.provinces = provinces;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException reference-used; province-unknown */
    DeclineRecord record(
            Handle handle, Principal by, String reference, ProvinceCode province, String sector, String reason) {
        if (provinces.find(province).isEmpty()) {
            throw new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, "/province");
        }
        DeclineRecord decline =
                new DeclineRecord(Ids.next("dec_"), by.tenant(), reference, province, sector, reason, clock.instant());
        DeclineStore.insert(handle, decline);
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "decline.recorded",
                        decline.id(),
                        Map.of("province", province.value(), "sector", sector, "reason", reason)));
        return decline;
    }

    /** @throws ProblemException month-not-over */
    List<Cell> countsOfPartner(Handle handle, String clientId, YearMonth month) {
        requireOver(month);
        return DeclineStore.ofPartner(handle, clientId, start(month), start(month.plusMonths(1)));
    }

    /** @throws ProblemException month-not-over */
    List<Cell> countsOfProvince(Handle handle, ProvinceCode province, YearMonth month) {
        requireOver(month);
        return DeclineStore.ofProvince(handle, province.value(), start(month), start(month.plusMonths(1)));
    }

    /** A count that could still move would tell by its next step what one more said. */
    private void requireOver(YearMonth month) {
        Instant countedFrom = month.plusMonths(1)
                .atDay(COUNTED_FROM_DAY)
                .atStartOfDay(clock.getZone())
                .toInstant();
        if (clock.instant().isBefore(countedFrom)) {
            throw new ProblemException(ProblemType.MONTH_NOT_OVER).inParameter("month");
        }
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
