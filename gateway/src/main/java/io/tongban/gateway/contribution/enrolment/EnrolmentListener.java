package io.tongban.gateway.contribution.enrolment;

import org.jdbi.v3.core.Handle;

/** Hears of enrolments that came to another state; the worker room implements it and tells the partner. */
public interface EnrolmentListener {
    /** Called in the transaction that settles, or hands the enrolment to a person. */
    void changed(Handle handle, PersonEnrolment enrolment);
}
