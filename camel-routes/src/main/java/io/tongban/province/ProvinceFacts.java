package io.tongban.province;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a province from its profile, and of its system from the calls to it.
 *
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param dialect name of the dialect room, such as {@code soap}
 * @param open whether a version of the profile is in force today and takes commands, at whatever hour
 * @param insurances kinds that can be withheld for
 * @param capabilities how it takes each command; of a sign-in nothing is said
 * @param hours whether its system takes calls at this hour
 * @param expectedBy when a command that is accepted now will have its outcome, as things usually go
 */
public record ProvinceFacts(
        ProvinceCode code,
        String nameZh,
        String nameEn,
        String dialect,
        boolean open,
        Set<InsuranceKind> insurances,
        TextCarrier names,
        Map<TransactionKind, Capability> capabilities,
        Hours hours,
        Instant expectedBy,
        Health health,
        Bounds bounds) {
    public ProvinceFacts {
        insurances = Set.copyOf(insurances);
        capabilities = Map.copyOf(capabilities);
    }

    public Capability capability(TransactionKind command) {
        return capabilities.getOrDefault(command, Capability.NONE);
    }

    /** Whether the province's charset and field width can carry a name whole. */
    @FunctionalInterface
    public interface TextCarrier {
        boolean carries(String name);
    }

    /**
     * @param open whether the province's system takes calls now, by its hours and calendar
     * @param until when that changes next; absent where it never does
     */
    public record Hours(boolean open, @Nullable Instant until) {}

    /** @param queue how many commands may wait for the province at most
     * @param giveUpAfter how long after the first send a person takes over what has no outcome */
    public record Bounds(int queue, Duration giveUpAfter) {}

    /** How the last calls went. */
    public enum Health {
        /** It is not called: nothing says where it is. */
        OFF,
        UP,
        /** Calls fail, but not all of them. */
        DEGRADED,
        /** So many failed in a row that it is not called for a while (circuit open). */
        DOWN
    }
}
