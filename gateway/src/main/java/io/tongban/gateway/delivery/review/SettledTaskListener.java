package io.tongban.gateway.delivery.review;

import org.jdbi.v3.core.Handle;

/** Who opened tasks, and has to know what a person said: a bean. */
public interface SettledTaskListener {
    /** In the transaction that settles it, after its subject was decided and while that is held. */
    void settled(Handle handle, ReviewTask asked, Resolution settlement);
}
