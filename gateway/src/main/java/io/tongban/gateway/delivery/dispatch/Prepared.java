package io.tongban.gateway.delivery.dispatch;

import io.tongban.province.ProvinceCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done with a leased row. */
sealed interface Prepared {
    /** Sent, or asked about. */
    record Send(ProvinceCommand command) implements Prepared {}

    /** Nothing: it is settled already, or a person has to see to it. */
    record Over() implements Prepared {}

    /** Looked at again, not before this instant where one is known. */
    record Later(@Nullable Instant notBefore) implements Prepared {}
}
