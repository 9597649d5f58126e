package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final OutboxEntry ENTRY = new OutboxEntry("test.do", "s1", "test:a");

    private final Jdbi jdbi = TestDatabase.fresh();
    private final Outbox outbox = new Node(jdbi).outbox;
    private final LeaseStore leases = new LeaseStore();

    @Test
    void anAppendedEntryIsInvisibleUntilItsTransactionCommits() {
        try (Handle writer = jdbi.open()) {
            writer.begin();
            outbox.append(writer, ENTRY);
            assertThat(leaseAll("test:a")).isEmpty();
            writer.commit();
        }
        assertThat(leaseAll("test:a")).extracting(Lease::subjectId).containsExactly("s1");
    }

    @Test
    void anEntryOfARolledBackTransactionNeverAppears() {
        jdbi.useTransaction(handle -> {
            outbox.append(handle, ENTRY);
            handle.rollback();
        });
        assertThat(Node.rows(jdbi)).isZero();
    }

    @Test
    void findsARowWhoseNumberIsLowerThanThoseDoneAlready() {
        try (Handle slow = jdbi.open()) {
            slow.begin();
            outbox.append(slow, ENTRY);
            jdbi.useTransaction(handle -> outbox.append(handle, new OutboxEntry("test.do", "s2", "test:a")));
            Lease later = leaseAll("test:a").get(0);
            jdbi.useTransaction(handle -> outbox.complete(handle, later));
            slow.commit();
        }
        assertThat(leaseAll("test:a")).extracting(Lease::subjectId).containsExactly("s1");
    }

    @Test
    void refusesToAppendOutsideOfATransaction() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> outbox.append(handle, ENTRY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesASecondEntryForTheSameKindAndSubject() {
        jdbi.useTransaction(handle -> outbox.append(handle, ENTRY));
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> outbox.append(handle, ENTRY)))
                .hasMessageContaining("outbox_subject_unique");
    }

    @Test
    void knowsWhetherASubjectHasWorkOfAGroup() {
        jdbi.useTransaction(handle -> outbox.append(handle, ENTRY));
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(handle -> outbox.isOpen(handle, "test", "s1")))
                .isTrue();
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(handle -> outbox.isOpen(handle, "other", "s1")))
                .isFalse();
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(handle -> outbox.isOpen(handle, "test", "s2")))
                .isFalse();
    }

    private List<Lease> leaseAll(String lane) {
        return jdbi.inTransaction(handle -> leases.lease(handle, lane, 100, Duration.ofMinutes(1)));
    }
}
