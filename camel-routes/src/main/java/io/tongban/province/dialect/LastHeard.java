package io.tongban.province.dialect;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The octets that came last from a far side on this thread, for the one who has to be shown why they cannot be read.
 * They hold whatever the far side wrote, so whoever made the call forgets them at its end.
 */
public final class LastHeard {
    private static final ThreadLocal<@Nullable Supplier<byte[]>> OCTETS = new ThreadLocal<>();

    private LastHeard() {}

    public static void note(byte[] octets) {
        note(() -> octets);
    }

    /** @param octets made only if they have to be shown */
    public static void note(Supplier<byte[]> octets) {
        OCTETS.set(octets);
    }

    /** Empty where nothing has come since they were forgotten. */
    public static Optional<byte[]> octets() {
        return Optional.ofNullable(OCTETS.get()).map(Supplier::get);
    }

    public static void forget() {
        OCTETS.remove();
    }
}
