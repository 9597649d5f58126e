package io.tongban.province.dialect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A call of which no one can say what became of it. Carries one word and nothing else: no text of the far side, no
 * stack trace, so that nothing of a request can reach a log through it.
 */
public final class CallFailed extends RuntimeException {
    public static final String UNREADABLE = "unreadable";
    public static final String TIMEOUT = "timeout";
    public static final String CONNECTION_CUT = "connection-cut";
    public static final String NOT_CONNECTED = "not-connected";
    /** No connection that we trust: the far side's certificate, or how it encrypts. Nothing was sent. */
    public static final String TLS = "tls";

    /** The sign-in before the call failed; the call itself was not sent. */
    public static final String NOT_SIGNED_IN = "not-signed-in";
    /** Something of ours went wrong. */
    public static final String FAILED = "failed";

    private static final long serialVersionUID = 1L;

    public CallFailed(String cause) {
        super(cause, null, true, false);
    }

    public String word() {
        return String.valueOf(getMessage());
    }

    /** The word for a failure, from the first thing in its chain of causes that says something. */
    public static String causeOf(Throwable failure) {
        Throwable found = failure;
        // A chain may be long, but one without an end must not hold a call.
        for (int depth = 0; found != null && depth < 20; depth++) {
            String word = wordFor(found);
            if (word != null) {
                return word;
            }
            found = found.getCause();
        }
        return FAILED;
    }

    private static @Nullable String wordFor(Throwable failure) {
        if (failure instanceof CallFailed known) {
            return known.word();
        }
        if (failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException) {
            return NOT_CONNECTED;
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return TLS;
        }
        if (failure instanceof SocketTimeoutException) {
            // The JDK has one exception for both, and tells them apart only in words.
            String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
            return message.startsWith("connect") ? NOT_CONNECTED : TIMEOUT;
        }
        return failure instanceof IOException && failure.getCause() == null ? CONNECTION_CUT : null;
    }
}
