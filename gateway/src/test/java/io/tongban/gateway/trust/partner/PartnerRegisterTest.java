package io.tongban.gateway.trust.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.SettableClock;
import io.tongban.gateway.testing.TestDatabase;
import io.tongban.signature.KeyAnswer;
import java.time.Instant;
import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerRegisterTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final Partners partners = new Partners(jdbi);
    private final PartnerRegister register =
            new PartnerRegister(partners, new SettableClock(Instant.parse("2026-11-23T04:00:00Z")));

    private PartnerAccount register(String clientId, PartnerKind kind, @Nullable String creditCode, JWK... keys) {
        PartnerAccount partner = jdbi.inTransaction(handle -> register.register(
                handle,
                PartnerRegistration.builder()
                        .clientId(clientId)
                        .name("名")
                        .kind(kind)
                        .creditCode(creditCode)
                        .jwks(PartnerKeySetTest.set(keys))
                        .build()));
        register.changed();
        return partner;
    }

    private static JWK key(String kid) throws Exception {
        return PartnerKeySetTest.p256(kid).toPublicJWK();
    }

    private static void refused(ThrowingCallable act, ProblemType type) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void knowsWhoseKeyItIs() throws Exception {
        register("a", PartnerKind.BANK, null, key("a-1"));
        register("b", PartnerKind.BANK, null, key("b-1"));

        assertThat(partners.key("a", "a-1")).isInstanceOf(KeyAnswer.Found.class);
        assertThat(partners.key("a", "b-1")).isInstanceOf(KeyAnswer.Foreign.class);
        assertThat(partners.key("a", "c-1")).isInstanceOf(KeyAnswer.Unknown.class);
        assertThat(partners.key("nobody", "a-1")).isInstanceOf(KeyAnswer.Foreign.class);
    }

    @Test
    void replacesKeysAtOnce() throws Exception {
        register("a", PartnerKind.BANK, null, key("a-1"));
        partners.key("a", "a-2");
        jdbi.useTransaction(handle -> register.replaceKeys(handle, "a", PartnerKeySetTest.set(key("a-2"))));
        register.changed();

        assertThat(partners.key("a", "a-1")).isInstanceOf(KeyAnswer.Unknown.class);
        assertThat(partners.key("a", "a-2")).isInstanceOf(KeyAnswer.Found.class);
    }

    @Test
    void whoReplacesItsOwnKeysKeepsTheOneItSignsWith() throws Exception {
        JWK first = key("bureau-key-1");
        JWK second = key("bureau-key-2");
        register("bureau", PartnerKind.AGENCY, null, first);

        signingKeyRemoved("bureau-key-1", second);
        signingKeyRemoved("bureau-key-1", key("bureau-key-1"));
        signingKeyRemoved("bureau-key-2", first, second);
        signingKeyRemoved("bureau-key-1", passing(first), second);
        replaceOwn("bureau-key-1", first, second);
        signingKeyRemoved("bureau-key-2", first);
        replaceOwn("bureau-key-2", second);

        register.changed();
        assertThat(partners.key("bureau", "bureau-key-1")).isInstanceOf(KeyAnswer.Unknown.class);
        assertThat(partners.key("bureau", "bureau-key-2")).isInstanceOf(KeyAnswer.Found.class);
    }

    private static JWK passing(JWK key) {
        return new ECKey.Builder(key.toECKey())
                .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")))
                .build();
    }

    private void replaceOwn(String kid, JWK... keys) {
        jdbi.useTransaction(handle -> register.replaceOwnKeys(handle, "bureau", PartnerKeySetTest.set(keys), kid));
    }

    private void signingKeyRemoved(String kid, JWK... keys) {
        refused(() -> replaceOwn(kid, keys), ProblemType.AGENCY_SIGNING_KEY_REMOVED);
    }

    @Test
    void refusesAKidOfAnotherPartner() throws Exception {
        register("a", PartnerKind.BANK, null, key("k"));
        refused(() -> register("b", PartnerKind.BANK, null, key("k")), ProblemType.KEYS_INVALID);
        assertThat(partners.find("b")).isEmpty();
    }

    @Test
    void refusesAClientTwice() throws Exception {
        register("a", PartnerKind.BANK, null, key("a-1"));
        refused(() -> register("a", PartnerKind.BANK, null, key("a-2")), ProblemType.PARTNER_EXISTS);
    }

    @Test
    void demandsATrueCreditCodeOfThoseWhoWithhold() throws Exception {
        JWK key = key("a-1");
        refused(() -> register("a", PartnerKind.PLATFORM, null, key), ProblemType.FIELD_MISSING);
        refused(() -> register("a", PartnerKind.PLATFORM, "91110108551385082R", key), ProblemType.CREDIT_CODE_CHECKSUM);
        assertThat(register("a", PartnerKind.PLATFORM, "91110108551385082Q", key)
                        .creditCode())
                .isEqualTo("91110108551385082Q");
    }

    @Test
    void suspendsAndLetsInAgain() throws Exception {
        PartnerAccount before = register("a", PartnerKind.BANK, null, key("a-1"));
        jdbi.useTransaction(handle -> register.changeState(handle, "a", PartnerState.SUSPENDED));
        register.changed();

        PartnerAccount after = partners.find("a").orElseThrow();
        assertThat(after.state()).isEqualTo(PartnerState.SUSPENDED);
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        refused(
                () -> jdbi.useTransaction(handle -> register.changeState(handle, "x", PartnerState.ACTIVE)),
                ProblemType.NOT_FOUND);
    }

    @Test
    void theLastActiveAgencyStays() throws Exception {
        register("bureau-1", PartnerKind.AGENCY, null, key("b-1"));
        refused(() -> suspend("bureau-1"), ProblemType.AGENCY_LAST_ACTIVE);

        register("bureau-2", PartnerKind.AGENCY, null, key("b-2"));
        suspend("bureau-1");
        refused(() -> suspend("bureau-2"), ProblemType.AGENCY_LAST_ACTIVE);
    }

    @Test
    void twoAgenciesThatSuspendEachOtherAtOnceLeaveOne() throws Exception {
        register("bureau-1", PartnerKind.AGENCY, null, key("b-1"));
        register("bureau-2", PartnerKind.AGENCY, null, key("b-2"));

        var outcomes = Crowd.run(2, i -> () -> {
            suspend("bureau-" + (i + 1));
            return i;
        });

        assertThat(outcomes).containsExactlyInAnyOrder("ok", "agency-last-active");
    }

    private void suspend(String clientId) {
        jdbi.useTransaction(handle -> register.changeState(handle, clientId, PartnerState.SUSPENDED));
    }
}
