package io.tongban.gateway.enrolment;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Hears of enrolments that came to another state; the worker room implements it and tells the partners. */
public interface EnrolmentListener {
    /**
     * Called in the transaction that settles, or hands the enrolment to a person.
     *
     * @param workerIds the workers, of whichever partners, that the enrolment was asked for
     */
    void changed(Handle handle, PersonEnrolment enrolment, List<String> workerIds);
}
