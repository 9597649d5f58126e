package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.Field;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A call of which no one can say what became of it. Carries its reason and nothing else: no text of the far side, no
 * stack trace, so that nothing of a request can reach a log through it.
 */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UnknownCause reason;
    private final @Nullable Field place;

    public CallFailed(UnknownCause reason) {
        this(reason, null);
    }

    private CallFailed(UnknownCause reason, @Nullable Field place) {
        super(reason.word(), null, true, false);
        this.reason = reason;
        this.place = place;
    }

    /** An answer that cannot be read at this field; what stands there is not said. */
    public static CallFailed unreadableAt(Field field) {
        return new CallFailed(UnknownCause.UNREADABLE, field);
    }

    public UnknownCause reason() {
        return reason;
    }

    /** The field at which an answer could not be read, where it is one alone. */
    public Optional<Field> place() {
        return Optional.ofNullable(place);
    }

    /** The same of the first thing in a chain of causes that says one. */
    public static Optional<Field> placeOf(Throwable failure) {
        return Causes.first(failure, CallFailed.class).flatMap(CallFailed::place);
    }

    /** The reason of a failure, from the first thing in its chain of causes that says something. */
    public static UnknownCause causeOf(Throwable failure) {
        for (Throwable found : Causes.of(failure)) {
            UnknownCause reason = reasonOf(found);
            if (reason != null) {
                return reason;
            }
        }
        return UnknownCause.FAILED;
    }

    private static @Nullable UnknownCause reasonOf(Throwable failure) {
        if (failure instanceof CallFailed known) {
            return known.reason();
        }
        if (failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException) {
            return UnknownCause.NOT_CONNECTED;
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return UnknownCause.TLS;
        }
        if (failure instanceof SocketTimeoutException) {
            // The JDK has one exception for both, and tells them apart only in words.
            String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
            return message.startsWith("connect") ? UnknownCause.NOT_CONNECTED : UnknownCause.TIMEOUT;
        }
        return failure instanceof IOException && failure.getCause() == null ? UnknownCause.CONNECTION_CUT : null;
    }
}
