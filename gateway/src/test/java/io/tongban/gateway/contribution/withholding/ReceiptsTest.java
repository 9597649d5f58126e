package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.ProvinceCode;
import io.tongban.signature.Signer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final String ISSUER = "https://gateway.example";
    private static final Instant SETTLED = Instant.parse("2026-11-23T04:00:01.250Z");

    private final Receipts receipts = new Receipts(null, ISSUER);
    private final ECKey key = ecKey();
    private final Signer signer = Signer.of(key);

    @Test
    void tellsAConfirmedWithholdingToWhomeverHoldsTheKey() throws Exception {
        JWSObject receipt = JWSObject.parse(receipts.write(booked(State.CONFIRMED), signer));
        assertThat(receipt.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(receipt.getHeader().toJSONObject())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("alg", "ES256", "typ", "tongban-receipt+jwt", "kid", "gw-1"));
        assertThat(receipt.getPayload().toJSONObject())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("iss", ISSUER),
                        Map.entry("iat", SETTLED.getEpochSecond()),
                        Map.entry("sub", "wh_1"),
                        Map.entry("partner", House.MEITU),
                        Map.entry("reference", "ref-1"),
                        Map.entry("province", "44"),
                        Map.entry("insurance", "AAE140:110"),
                        Map.entry("period", "2026-10"),
                        Map.entry("baseFen", 551_000L),
                        Map.entry("amountFen", 110_200L),
                        Map.entry("state", "CONFIRMED"),
                        Map.entry("settledAt", "2026-11-23T04:00:01.250Z"),
                        Map.entry("provinceReceipt", "GD202611230000017")));
    }

    @Test
    void tellsWhyAProvinceRefused() throws Exception {
        Map<String, Object> claims = JWSObject.parse(receipts.write(booked(State.REFUSED), signer))
                .getPayload()
                .toJSONObject();
        assertThat(claims)
                .containsEntry("state", "REFUSED")
                .containsEntry("refusal", "province-period-paid")
                .doesNotContainKey("provinceReceipt");
    }

    @Test
    void tellsThatABookingWasTakenBack() throws Exception {
        Map<String, Object> claims = JWSObject.parse(receipts.write(booked(State.REVERSED), signer))
                .getPayload()
                .toJSONObject();
        assertThat(claims)
                .containsEntry("state", "REVERSED")
                .containsEntry("provinceReceipt", "GD202611230000017")
                .doesNotContainKey("refusal");
    }

    @Test
    void saysTheSameOfTheSameWithholdingEachTime() throws Exception {
        String once = receipts.write(booked(State.CONFIRMED), signer);
        String again = receipts.write(booked(State.CONFIRMED), signer);
        assertThat(again.substring(0, again.lastIndexOf('.'))).isEqualTo(once.substring(0, once.lastIndexOf('.')));
    }

    @Test
    void isOfNoUseOnceChanged() throws Exception {
        String[] parts = receipts.write(booked(State.REFUSED), signer).split("\\.", -1);
        String[] other = receipts.write(booked(State.CONFIRMED), signer).split("\\.", -1);
        JWSObject forged = JWSObject.parse(parts[0] + "." + other[1] + "." + parts[2]);
        assertThat(forged.verify(new ECDSAVerifier(key.toPublicJWK()))).isFalse();
    }

    @Test
    void namesTheAlgorithmOfAnRsaKeyAsJwsDoes() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("gw-2").generate();
        JWSObject receipt = JWSObject.parse(receipts.write(booked(State.CONFIRMED), Signer.of(rsa)));
        JWSVerifier verifier = new RSASSAVerifier(rsa.toPublicJWK());
        assertThat(receipt.getHeader().getAlgorithm().getName()).isEqualTo("PS512");
        assertThat(receipt.verify(verifier)).isTrue();
    }

    @Test
    void isNotWrittenBeforeTheOutcomeIsFinal() {
        for (State state : new State[] {State.ACCEPTED, State.IN_PROCESS, State.AWAITING_REVIEW}) {
            assertProblem(ProblemType.WITHHOLDING_NOT_FINAL, null, () -> receipts.write(booked(state), signer));
        }
    }

    private static WithholdingRecord booked(State state) {
        return new WithholdingRecord(
                "wh_1",
                House.MEITU,
                House.CREDIT_CODE,
                "ref-1",
                "prs_1",
                "wkr_1",
                "mdt_1",
                "enr_1",
                new ProvinceCode("44"),
                ScriptedProvinces.PENSION,
                YearMonth.of(2026, 10),
                551_000,
                110_200,
                "261123ABCDEFGHJKMNPQ",
                state,
                state == State.REFUSED ? ProblemType.PROVINCE_PERIOD_PAID : null,
                state == State.CONFIRMED || state == State.REVERSED ? "GD202611230000017" : null,
                House.NOW,
                state.isFinal() ? SETTLED : null,
                state == State.REVERSED ? SETTLED : null,
                1);
    }

    private static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("gw-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
