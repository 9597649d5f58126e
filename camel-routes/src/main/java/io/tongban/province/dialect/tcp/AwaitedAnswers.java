package io.tongban.province.dialect.tcp;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who waits for an answer on a connection; no more than may call at once. */
final class AwaitedAnswers implements FrameStream.Replies {
    /** Of each: an answer that comes late, or twice, is no stranger's. */
    private static final int REMEMBERED = 1000;

    private final Map<String, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    /** Serials of calls that ended without an answer; apart, or many that are answered would make them forgotten. */
    private final Set<String> unanswered = remembered();
    /** Serials of calls that were answered. */
    private final Set<String> answered = remembered();
    /** Serials of those of whom each was the only one that waited when a strange frame came. */
    private final Set<String> misled = ConcurrentHashMap.newKeySet();

    private final AtomicLong heard = new AtomicLong();
    private final TcpCodec codec;

    AwaitedAnswers(TcpCodec codec) {
        this.codec = codec;
    }

    private static Set<String> remembered() {
        return Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    CompletableFuture<byte[]> add(String serial) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        if (waiting.putIfAbsent(serial, answer) != null) {
            throw new CallFailed(UnknownCause.FAILED);
        }
        return answer;
    }

    /** In this order, so that its answer finds it in one of both. */
    void forget(String serial, CompletableFuture<byte[]> answer) {
        boolean came = answer.isDone() && !answer.isCompletedExceptionally();
        synchronized (unanswered) {
            (came ? answered : unanswered).add(serial);
        }
        waiting.remove(serial, answer);
        misled.remove(serial);
    }

    /** How many frames came so far. */
    long heard() {
        return heard.get();
    }

    /**
     * Whether a frame with the serial of no call, or none that can be read, came while this call alone waited: that may
     * have been its answer. Where others wait too nobody can say whose it was, and a time-out is a time-out.
     */
    boolean misled(String serial) {
        return misled.contains(serial);
    }

    @Override
    public void came() {
        heard.incrementAndGet();
    }

    @Override
    public void frame(byte[] frame) {
        String serial = serial(frame);
        CompletableFuture<byte[]> answer = waiting.get(serial);
        if (answer != null) {
            answer.complete(frame);
        } else if (!wasAsked(serial)) {
            List<String> all = List.copyOf(waiting.keySet());
            if (all.size() == 1) {
                waiting.computeIfPresent(all.get(0), (only, waits) -> {
                    misled.add(only);
                    return waits;
                });
            }
        }
    }

    private boolean wasAsked(String serial) {
        synchronized (unanswered) {
            return unanswered.contains(serial) || answered.contains(serial);
        }
    }

    /** A frame that says of no call that it answers it is nobody's. */
    private String serial(byte[] frame) {
        try {
            return codec.serial(frame);
        } catch (CallFailed unreadable) {
            return "";
        }
    }

    @Override
    public void over(UnknownCause cause) {
        waiting.values().forEach(answer -> answer.completeExceptionally(new CallFailed(cause)));
    }
}
