package io.tongban.gateway.platform.outbox;

/** The row was taken over by another worker, or is gone: roll back, the other one settles it. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLostException(long id) {
        super("the lease of outbox row " + id + " is lost");
    }
}
