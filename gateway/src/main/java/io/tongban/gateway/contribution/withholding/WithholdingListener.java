package io.tongban.gateway.contribution.withholding;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Hears of withholdings that came to another state. */
public interface WithholdingListener {
    /** Called in the transaction of the changes: of one, or of several that were settled together. */
    void changed(Handle handle, List<WithholdingChange> changes);
}
