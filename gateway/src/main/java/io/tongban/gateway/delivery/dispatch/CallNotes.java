package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCall;
import java.util.ArrayList;
import java.util.List;

/** The calls of one try, as steps of their subject. */
final class CallNotes implements CallLog {
    private final List<Step> steps = new ArrayList<>();

    @Override
    public void called(ProvinceCall call) {
        switch (call.kind()) {
            case REGISTER, WITHHOLD, ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT -> add(Step.What.SENT, call);
            case INQUIRE -> add(Step.What.INQUIRED, call);
            case REVERSE -> add(Step.What.REVERSAL, call);
            case SIGN_IN, QUERY_STATUS, DAY_TOTALS, DAY_ITEMS -> {
                // A question is no step of anything.
            }
        }
    }

    private void add(Step.What what, ProvinceCall call) {
        steps.add(Step.once(what, call.outcome(), call.cause(), call.at()));
    }

    List<Step> steps() {
        return steps;
    }
}
