package io.tongban.gateway.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What partners may ask of provinces, told as problems where they may not. */
@ApplicationScoped
public class Provinces {
    private final ProvinceLink link;

    @Inject
    public Provinces(ProvinceLink link) {
        this.link = link;
    }

    /**
     * @param pointer where the request names the province, for the problem
     * @throws ProblemException province-unknown without a profile, province-closed if it takes nothing today
     */
    public ProvinceFacts open(ProvinceCode province, @Nullable String pointer) {
        ProvinceFacts facts =
                find(province).orElseThrow(() -> new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, pointer));
        if (!facts.open()) {
            throw new ProblemException(ProblemType.PROVINCE_CLOSED, null, pointer);
        }
        return facts;
    }

    public Optional<ProvinceFacts> find(ProvinceCode province) {
        return link.facts(province);
    }
}
