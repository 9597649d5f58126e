package io.tongban.province.dialect;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads nothing and hangs up: the status has said it all, and what follows may be long or slow. */
final class NoBody implements BodySubscriber<byte[]> {
    @Override
    public CompletionStage<byte[]> getBody() {
        return CompletableFuture.completedFuture(new byte[0]);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // not asked for
    }

    @Override
    public void onError(Throwable failure) {
        // of no account
    }

    @Override
    public void onComplete() {
        // of no account
    }
}
