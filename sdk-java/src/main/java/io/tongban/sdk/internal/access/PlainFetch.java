package io.tongban.sdk.internal.access;

import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportException.Failure;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Fetches the two small documents that no signature of the gateway protects; for them TLS has to be enough. */
final class PlainFetch {
    /** Neither a token nor a key set comes near it. */
    static final int MAX_BYTES = 256 * 1024;

    private final Transport transport;
    private final String what;

    /** @param what names the document in errors */
    PlainFetch(Transport transport, String what) {
        this.transport = transport;
        this.what = what;
    }

    CompletableFuture<TransportResponse> send(TransportRequest request) {
        return CompletableFuture.completedFuture(request)
                .thenCompose(transport::send)
                .exceptionally(failure -> {
                    throw notReady(failure);
                });
    }

    NotReadyException refused(int status, String detail) {
        boolean passing = status == 408 || status == 429 || status >= 500;
        String hint = status == 407 ? "the proxy wants other credentials" : "status " + status;
        return new NotReadyException(what + " could not be fetched: " + hint + detail, passing, null);
    }

    NotReadyException unreadable() {
        return new NotReadyException(what + " could not be read", false, null);
    }

    private NotReadyException notReady(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TransportException known) {
            boolean passing = known.failure() != Failure.TOO_LARGE && known.failure() != Failure.UNTRUSTED;
            return new NotReadyException(what + " could not be fetched: " + known.getMessage(), passing, known);
        }
        return new NotReadyException(what + " could not be fetched", true, null);
    }
}
