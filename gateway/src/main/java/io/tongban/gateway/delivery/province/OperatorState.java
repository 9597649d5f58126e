package io.tongban.gateway.delivery.province;

/** What the agency lets pass to a province. */
public enum OperatorState {
    RUNNING,
    /** Nothing is sent; what is new is accepted and waits. */
    PAUSED,
    /** What is new is refused; what waits is sent. */
    DRAINING
}
