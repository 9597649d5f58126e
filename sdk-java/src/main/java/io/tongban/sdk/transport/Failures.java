package io.tongban.sdk.transport;

import io.tongban.sdk.transport.TransportException.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Reads from an exception of java.net.http how far the request came; in doubt, it may have arrived. */
final class Failures {
    private static final int MOST_CAUSES = 20;

    private Failures() {}

    static TransportException of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof TransportException known) {
                return known;
            }
            Failure failure = failure(each);
            if (failure != null) {
                return new TransportException(failure, text(failure), each);
            }
        }
        return new TransportException(Failure.BROKEN, text(Failure.BROKEN), thrown);
    }

    private static @Nullable Failure failure(Throwable thrown) {
        if (thrown instanceof SSLHandshakeException && isOfTheCertificate(thrown)) {
            return Failure.UNTRUSTED;
        }
        if (thrown instanceof HttpConnectTimeoutException
                || thrown instanceof ConnectException
                || thrown instanceof UnknownHostException
                || thrown instanceof UnresolvedAddressException
                || thrown instanceof NoRouteToHostException
                || thrown instanceof SSLHandshakeException
                || isTunnelFailure(thrown)) {
            return Failure.NOT_CONNECTED;
        }
        if (isPlannedEnd(thrown)) {
            return Failure.HUNG_UP;
        }
        boolean slow = thrown instanceof HttpTimeoutException || thrown instanceof TimeoutException;
        return slow ? Failure.TIMED_OUT : null;
    }

    private static boolean isOfTheCertificate(Throwable handshake) {
        return Stream.iterate(handshake, each -> each != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(each -> each instanceof CertificateException);
    }

    /** The JDK has no class of its own for a proxy that does not connect. */
    private static boolean isTunnelFailure(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.startsWith("Tunnel failed");
    }

    /** GOAWAY of RFC 9113, section 6.8: the JDK tells it in words alone, and which ones depends on its version. */
    private static boolean isPlannedEnd(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown instanceof IOException
                && message != null
                && (message.contains("GOAWAY") || message.contains("not processed by peer"));
    }

    private static String text(Failure failure) {
        return switch (failure) {
            case NOT_CONNECTED -> "No connection was made";
            case UNTRUSTED -> "The far side's certificate is not trusted, or is for another host";
            case TIMED_OUT -> "No whole answer came in time";
            case HUNG_UP -> "The far side closed the connection before it answered";
            case BROKEN -> "The connection broke before the answer was whole";
            case TOO_LARGE -> "The answer is too long";
        };
    }
}
