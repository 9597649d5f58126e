package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceReply;
import java.util.List;

/**
 * The final answer of a call.
 *
 * @param calls what was done, for the history
 */
record FinalAnswer(
        ProvinceOperation operation, Lease lease, ProvinceCode province, ProvinceReply reply, List<Step> calls) {
    String subjectId() {
        return lease.subjectId();
    }

    ProvinceNotice notice() {
        return new ProvinceNotice.Outcome(reply);
    }
}
