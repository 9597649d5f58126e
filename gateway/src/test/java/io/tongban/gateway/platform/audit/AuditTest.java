package io.tongban.gateway.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.agency.AuditVerification;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final Audit audit = AuditLogs.of(jdbi, Clock.tickMillis(ClockConfig.ZONE));

    @Test
    void anEmptyLogIsIntact() {
        assertThat(audit.verify()).isEqualTo(new AuditVerification(true, 0, 0, null, null));
    }

    @Test
    void chainsWhatWasAppendedAndVerifiesIt() {
        append(3);
        assertThat(audit.verify()).isEqualTo(new AuditVerification(true, 0, 3, null, null));
        audit.seal();
        AuditVerification whole = audit.verify();
        assertThat(whole.intact()).isTrue();
        assertThat(whole.records()).isEqualTo(3);
        assertThat(whole.unsealed()).isZero();
        assertThat(whole.headHash()).matches("[0-9a-f]{64}");

        append(1);
        audit.seal();
        assertThat(audit.verify().headHash()).isNotEqualTo(whole.headHash());
    }

    @Test
    void anEntryIsThereOnlyIfTheChangeIs() {
        jdbi.useTransaction(handle -> {
            audit.append(handle, entry(1));
            handle.rollback();
        });
        audit.seal();
        assertThat(audit.verify().records()).isZero();
    }

    @Test
    void anEntryIsWrittenTogetherWithWhatIsReadAlsoWhereNothingIsFound() {
        Inserts row = new Inserts();
        audit.append(row, entry(1));
        List<String> found =
                jdbi.withHandle(handle -> row.with(handle, "select action from audit where action = :sought")
                        .bind("sought", "nothing")
                        .mapTo(String.class)
                        .list());

        assertThat(found).isEmpty();
        assertThat(audit.verify().unsealed()).isEqualTo(1);
    }

    @Test
    void writesFactsWithTheirNamesInOrder() {
        jdbi.useTransaction(handle -> audit.append(
                handle,
                new AuditEntry(
                        Actor.gateway(),
                        AuditEntry.NOBODYS,
                        "b",
                        "c",
                        Map.of("z", 1L, "a", List.of("x", true), "m", "中"))));
        assertThat(jdbi.<String, RuntimeException>withHandle(handle -> handle.createQuery("select facts from audit")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("{\"a\":[\"x\",true],\"m\":\"中\",\"z\":1}");
    }

    @Test
    void whoActsAndWhoseDataItIsStandApartHoweverItIsWritten() {
        Principal operator = new Principal.Operator("village-bank", "0017");
        AuditEntry own = AuditEntry.of(operator, "one", "x", Map.of());
        AuditEntry others = new AuditEntry(new Principal.Officer("agency"), "village-bank", "two", "x", Map.of());
        AuditEntry nobodys = new AuditEntry(new Actor.Province("44"), AuditEntry.NOBODYS, "three", "x", Map.of());
        jdbi.useTransaction(handle -> {
            audit.append(handle, own);
            audit.appendAll(handle, List.of(others, nobodys));
            Inserts rows = new Inserts();
            audit.append(rows, AuditEntry.of(new Principal.Program("courier-one"), "four", "x", Map.of()));
            assertThat(rows.execute(handle)).isTrue();
        });

        assertThat(jdbi.<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select actor_kind || ' ' || actor || ' of ' || tenant from audit order by id")
                        .mapTo(String.class)
                        .list()))
                .containsExactly(
                        "operator village-bank/0017 of village-bank",
                        "officer agency of village-bank",
                        "province 44 of ",
                        "program courier-one of courier-one");
        audit.seal();
        assertThat(audit.verify().records()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set facts = '{}'",
                "update audit set hash = repeat('a', 64)",
                "update audit set position = null, hash = null, previous_hash = null",
                "delete from audit",
                "truncate audit"
            })
    void theDatabaseRefusesToChangeWhatIsSealed(String statement) {
        append(1);
        audit.seal();
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'x'",
                "update audit set actor_kind = 'officer'",
                "update audit set tenant = 'x'",
                "update audit set at = now()",
                "delete from audit"
            })
    void theDatabaseRefusesToChangeWhatIsNotYetSealed(String statement) {
        append(1);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set facts = '{\"n\":99}' where position = 3",
                "update audit set at = at + interval '1 microsecond' where position = 3",
                "update audit set actor = action, action = actor where position = 3",
                "update audit set actor_kind = 'operator' where position = 3",
                "update audit set tenant = 'courier-two' where position = 3",
                "update audit set tenant = '', actor = actor || tenant where position = 3",
                "update audit set hash = repeat('a', 64) where position = 3",
                "update audit set previous_hash = repeat('a', 64) where position = 3",
                "update audit set position = 100 where position = 3",
                "delete from audit where position = 3"
            })
    void findsWhereSomeoneWithPowerOverTheDatabaseChangedIt(String statement) {
        append(5);
        audit.seal();
        jdbi.useHandle(handle -> {
            handle.execute("alter table audit disable trigger all");
            handle.execute(statement);
        });
        AuditVerification broken = audit.verify();
        assertThat(broken.intact()).isFalse();
        assertThat(broken.firstBroken()).isEqualTo(3);
        assertThat(broken.records()).isEqualTo(2);
    }

    private void append(int count) {
        jdbi.useTransaction(handle -> {
            for (int i = 0; i < count; i++) {
                audit.append(handle, entry(i));
            }
        });
    }

    private static AuditEntry entry(int number) {
        return AuditEntry.of(
                new Principal.Program("courier-one"), "worker.registered", "wkr_" + number, Map.of("n", number));
    }
}
