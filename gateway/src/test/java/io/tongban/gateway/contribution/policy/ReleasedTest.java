package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dated.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Policies are appended to. What was released stays for ever, byte for byte. */
class ReleasedTest {
    private static final Path FILE = Path.of("src/main/resources/policies/released.tsv");

    private final List<PolicyEntry> shipped =
            PolicyFiles.compiled(PolicyFiles.all(Optional.empty())).entries();

    /** With {@code -Dpolicies.release=true} new entries are released; never is one taken back or changed. */
    @Test
    void everyEntryIsReleasedAndNoneIsChangedOrGone() throws IOException {
        Released released = Released.shipped();
        released.requireIn(new PolicyBook(shipped));
        List<String> unreleased = shipped.stream()
                .filter(entry -> !released.digests().containsKey(entry.id()))
                .map(entry -> entry.id() + "\t" + entry.digest())
                .toList();
        if (Boolean.getBoolean("policies.release")) {
            Files.write(FILE, unreleased, StandardOpenOption.APPEND);
        } else {
            assertThat(unreleased)
                    .as("entries that are not released; run this test with -Dpolicies.release=true")
                    .isEmpty();
        }
    }

    @Test
    void noEntryCanBeDeleted() {
        for (PolicyEntry entry : shipped) {
            List<PolicyEntry> without = new ArrayList<>(shipped);
            without.remove(entry);
            assertRefused(entry, without);
        }
    }

    @Test
    void noEntryCanBeShifted() {
        for (PolicyEntry entry : shipped) {
            assertRefused(entry, with(entry, copy(entry, entry.stated(), 1, entry.source())));
            assertRefused(entry, with(entry, copy(entry, entry.stated(), -1, entry.source())));
            assertRefused(entry, with(entry, copy(entry, new Stated.Announced(), 0, entry.source())));
            assertRefused(entry, with(entry, copy(entry, entry.stated(), 0, entry.source() + ".")));
        }
    }

    @Test
    void noTwoEntriesHaveOneDigest() {
        Set<String> digests = shipped.stream().map(PolicyEntry::digest).collect(Collectors.toSet());
        assertThat(digests).hasSameSizeAs(shipped);
    }

    private static void assertRefused(PolicyEntry entry, List<PolicyEntry> changed) {
        assertThatThrownBy(() -> Released.shipped().requireIn(new PolicyBook(changed)))
                .as(entry.id())
                .isInstanceOf(DataFileException.class);
    }

    private List<PolicyEntry> with(PolicyEntry old, PolicyEntry changed) {
        Function<PolicyEntry, PolicyEntry> swap = each -> each.equals(old) ? changed : each;
        return shipped.stream().map(swap).toList();
    }

    private static PolicyEntry copy(PolicyEntry entry, Stated stated, int days, String source) {
        return new PolicyEntry(
                        entry.where(),
                        entry.id(),
                        entry.scope(),
                        entry.key(),
                        stated,
                        entry.validFrom().plusDays(days),
                        entry.validTo(),
                        entry.knownFrom(),
                        entry.reviewBy(),
                        entry.mark(),
                        source,
                        "")
                .sealed();
    }
}
