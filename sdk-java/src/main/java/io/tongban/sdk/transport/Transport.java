package io.tongban.sdk.transport;

import java.util.concurrent.CompletableFuture;

/**
 * Carries one request to the far side and its answer back, changing neither. An implementation follows no redirects,
 * repeats nothing by itself, keeps no cookies, stops reading at {@link TransportRequest#maxAnswerBytes()} and is done,
 * body included, within {@link TransportRequest#timeout()}. Thread-safe.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends, without blocking.
     *
     * @return completes with the answer of whatever status, or exceptionally with a {@link TransportException}; any
     *     other exception is read as {@link TransportException.Failure#BROKEN}
     */
    CompletableFuture<TransportResponse> send(TransportRequest request);

    @Override
    default void close() {}
}
