package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import io.tongban.gateway.contribution.withholding.WithholdingChange;
import io.tongban.gateway.contribution.withholding.WithholdingListener;
import io.tongban.gateway.contribution.withholding.WithholdingRecord;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A payment that is taken back makes a lapse anew of which was told before. */
@ApplicationScoped
public class CoverageReversals implements WithholdingListener {
    @Override
    public void changed(Handle handle, List<WithholdingChange> changes) {
        for (WithholdingChange change : changes) {
            WithholdingRecord withholding = change.withholding();
            if (withholding.state() == State.REVERSED) {
                CoverageStore.forgetLapsing(
                        handle,
                        new PersonInsurance(
                                withholding.personId(),
                                withholding.province().value(),
                                withholding.insurance().value()));
            }
        }
    }
}
