package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.payout.HeldUnder;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.key.GatewayKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An instruction of 30 percent, 200 yuan that stay and at most 551 yuan, until 16 December. */
class OfflineInstructionTest {
    private static final Instant UNTIL = Instant.parse("2026-12-15T16:00:00Z");
    private static final String CLAIMS =
            "{\"iss\":\"https://gw.example\",\"iat\":1795399200,\"exp\":%d,\"sub\":\"pin_1\",\"partner\":\"one\","
                    + "\"worker\":\"wkr_1\",\"mandate\":\"mdt_1\",\"period\":\"2026-11\",\"ratePercent\":30,"
                    + "\"floorFen\":20000,\"capFen\":55100,\"newClaim\":1}";

    private final ECKey key = Keys.p256("gw-1");
    private final GatewayKeys keys = GatewayKeys.parse(new JWKSet(key.toPublicJWK()).toString());

    private static String signed(ECKey by, String type) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("gw-1")
                .type(new JOSEObjectType(type))
                .build();
        JWSObject jws = new JWSObject(header, new Payload(CLAIMS.formatted(UNTIL.getEpochSecond())));
        jws.sign(new ECDSASigner(by));
        return jws.serialize();
    }

    private OfflineInstruction opened(long heldFen, Instant now) throws Exception {
        return OfflineInstruction.open(
                signed(key, "tongban-instruction+jwt"), keys, heldFen, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void holdsTheLeastOfRateFloorAndWhatTheCapLeaves() throws Exception {
        OfflineInstruction instruction = opened(0, UNTIL.minusSeconds(1));

        assertThat(instruction.hold(100_001)).as("30 percent, rounded down").isEqualTo(30_000);
        assertThat(instruction.hold(25_000)).as("200 yuan stay").isEqualTo(5_000);
        assertThat(instruction.hold(19_999)).isZero();
        assertThat(instruction.hold(100_000)).as("what the cap leaves").isEqualTo(20_100);
        assertThat(instruction.hold(100_000)).isZero();
        assertThat(instruction.heldFen()).isEqualTo(55_100);
        assertThat(instruction.instruction().period()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(instruction.report(30_000))
                .isEqualTo(HeldUnder.builder()
                        .instructionId("pin_1")
                        .heldFen(30_000)
                        .build());
    }

    @Test
    void goesOnWhereItWasBeforeARestart() throws Exception {
        assertThat(opened(50_000, UNTIL.minusSeconds(1)).hold(100_000)).isEqualTo(5_100);
        assertThat(opened(60_000, UNTIL.minusSeconds(1)).hold(100_000)).isZero();
    }

    @Test
    void holdsNothingOnceItIsOver() throws Exception {
        OfflineInstruction over = opened(0, UNTIL);

        assertThat(over.isValid()).isFalse();
        assertThat(over.hold(100_000)).isZero();
        assertThat(over.heldFen()).isZero();
    }

    @Test
    void severalThreadsTogetherHoldNoMoreThanTheCap() throws Exception {
        OfflineInstruction instruction = opened(0, UNTIL.minusSeconds(1));
        AtomicLong sum = new AtomicLong();

        LongStream.range(0, 1_000).parallel().forEach(i -> sum.addAndGet(instruction.hold(21_000 + i)));

        assertThat(sum).hasValue(55_100);
        assertThat(instruction.heldFen()).isEqualTo(55_100);
    }

    @Test
    void noPayoutOverflows() throws Exception {
        assertThat(opened(0, UNTIL.minusSeconds(1)).hold(Long.MAX_VALUE)).isEqualTo(55_100);
    }

    @Test
    void refusesWhatTheGatewayDidNotSignAsAnInstruction() throws Exception {
        String others = signed(Keys.p256("gw-1"), "tongban-instruction+jwt");
        String receipt = signed(key, "tongban-receipt+jwt");

        assertThatThrownBy(() -> OfflineInstruction.open(others, keys)).isInstanceOf(UntrustedDocumentException.class);
        assertThatThrownBy(() -> OfflineInstruction.open(receipt, keys)).isInstanceOf(UntrustedDocumentException.class);
        assertThatThrownBy(() -> opened(0, UNTIL).hold(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> opened(-1, UNTIL)).isInstanceOf(IllegalArgumentException.class);
    }
}
