package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks provinces for the state of a person, side by side and for a short time. Who does not answer in time, or cannot
 * be asked because too many questions are open, is left out.
 */
@ApplicationScoped
public class ProvinceQuery {
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final int MOST_OPEN = 32;

    private final ProvinceLink link;
    private final Serials serials;
    private final ThreadPoolExecutor threads = threads();

    @Inject
    public ProvinceQuery(ProvinceLink link, Serials serials) {
        this.link = link;
        this.serials = serials;
    }

    Map<ProvinceCode, ProvinceDetail.Covers> ask(List<InsuredThere> insured) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        Map<ProvinceCode, Future<ProvinceReply>> open = new HashMap<>();
        for (InsuredThere each : insured) {
            submit(each).ifPresent(future -> open.put(each.province(), future));
        }
        Map<ProvinceCode, ProvinceDetail.Covers> answers = new HashMap<>();
        open.forEach((province, future) ->
                answer(future, deadline - System.nanoTime()).ifPresent(covers -> answers.put(province, covers)));
        return answers;
    }

    private Optional<Future<ProvinceReply>> submit(InsuredThere insured) {
        var command = new ProvinceCommand.QueryStatus(
                insured.province(), serials.next(), insured.person(), insured.personNumber());
        try {
            return Optional.of(threads.submit(() -> link.send(command)));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProvinceDetail.Covers> answer(Future<ProvinceReply> future, long nanos) {
        try {
            return future.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS) instanceof ProvinceReply.Accepted accepted
                            && accepted.detail() instanceof ProvinceDetail.Covers covers
                    ? Optional.of(covers)
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            future.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** No queue: a question that would have to wait is answered from what the gateway knows. */
    private static ThreadPoolExecutor threads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, MOST_OPEN, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "status-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
