package io.tongban.gateway.contribution.decline;

import io.tongban.api.decline.AgencyDeclineApi;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.jdbi.v3.core.Jdbi;

/** Counts of declines for the agency, over HTTP. */
@ApplicationScoped
public class AgencyDeclineResource implements AgencyDeclineApi {
    private final DeclineService declines;
    private final Jdbi jdbi;

    @Inject
    public AgencyDeclineResource(DeclineService declines, Jdbi jdbi) {
        this.declines = declines;
        this.jdbi = jdbi;
    }

    @Override
    public DeclineCounts countDeclinesOfProvince(YearMonth month, String province) {
        return jdbi.withHandle(handle ->
                DeclineMapper.toWire(month, declines.countsOfProvince(handle, new ProvinceCode(province), month)));
    }
}
