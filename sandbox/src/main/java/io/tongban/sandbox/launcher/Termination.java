package io.tongban.sandbox.launcher;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The end of processes: asked first, killed when they do not listen. Descendants go with their parents. */
final class Termination {
    private Termination() {}

    /** Returns when all are gone; waits for {@code grace} before it kills, and for as long once more afterwards. */
    static void of(Collection<ProcessHandle> processes, Duration grace) {
        // Listed before the first one dies: an orphan is nobody's descendant.
        List<ProcessHandle> all = processes.stream()
                .flatMap(parent -> Stream.concat(parent.descendants(), Stream.of(parent)))
                .toList();
        all.forEach(ProcessHandle::destroy);
        await(all, Deadline.in(grace));
        List<ProcessHandle> deaf = all.stream().filter(ProcessHandle::isAlive).toList();
        deaf.forEach(ProcessHandle::destroyForcibly);
        await(deaf, Deadline.in(grace));
    }

    private static void await(List<ProcessHandle> processes, Deadline deadline) {
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillThere) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
