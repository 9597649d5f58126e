package io.tongban.gateway.accounting.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code tongban.reconciliation.*}: when a day is compared with its province, and how often again. */
@ConfigMapping(prefix = "tongban.reconciliation")
public interface ReconciliationConfig {
    /** How often it is looked whether a day is due. */
    @WithDefault("1m")
    String look();

    /** How long after midnight in Shanghai a day is first compared. */
    @WithDefault("PT2H")
    Duration after();

    /** How long until a province is asked again that did not answer, or whose day did not agree. */
    @WithDefault("PT30M")
    Duration again();

    /** For how long a node has a day to itself; one that dies leaves it so long. */
    @WithDefault("PT15M")
    Duration lease();

    /** How many provinces a node compares side by side, so that a slow one holds up no other. */
    @WithDefault("4")
    int provincesAtOnce();

    /** A day that has not agreed by then is told, once: counted and logged. */
    @WithDefault("PT48H")
    Duration overdue();

    /** For how long a day that differs is compared again; what is still open then is open with people alone. */
    @WithDefault("P31D")
    Duration patience();

    /** The most rows of a day that become tasks; a day that differs in more is no matter of single rows. */
    @WithDefault("1000")
    int rows();
}
