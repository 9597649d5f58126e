package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.province.OperatorState;
import io.tongban.gateway.delivery.province.ProvinceControls;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When outcomes are expected, as things usually go at their provinces. */
@ApplicationScoped
public class Expectations {
    private final ProvinceLink link;
    private final ProvinceControls controls;

    @Inject
    public Expectations(ProvinceLink link, ProvinceControls controls) {
        this.link = link;
        this.controls = controls;
    }

    /** Absent once it is final, while it waits for a person, and while the agency lets nothing pass. */
    @Nullable
    Instant of(WithholdingRecord withholding) {
        boolean moves = withholding.state() == State.ACCEPTED || withholding.state() == State.IN_PROCESS;
        return moves && controls.state(withholding.province()) != OperatorState.PAUSED
                ? link.facts(withholding.province())
                        .map(ProvinceFacts::expectedBy)
                        .orElse(null)
                : null;
    }
}
