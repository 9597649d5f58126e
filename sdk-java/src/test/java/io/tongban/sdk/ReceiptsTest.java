package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.signature.SignatureFailure;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
    private static final String CLAIMS =
            "{\"iss\":\"https://gw.example\",\"iat\":1795399200,\"sub\":\"wh_1\",\"partner\":\"fengsong-delivery\","
                    + "\"reference\":\"r-1\",\"province\":\"44\",\"insurance\":\"AAE140:110\",\"period\":\"2026-10\","
                    + "\"baseFen\":551000,\"amountFen\":110200,\"state\":\"CONFIRMED\","
                    + "\"settledAt\":\"2026-11-23T02:00:00Z\",\"provinceReceipt\":\"GD1\",\"newClaim\":{}}";
    private static final JOSEObjectType TYPE = new JOSEObjectType("tongban-receipt+jwt");

    private final ECKey key = Keys.p256("gw-1");
    private final GatewayKeys keys = GatewayKeys.parse(new JWKSet(key.toPublicJWK()).toString());

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("gw-1").type(TYPE);
    }

    private static String signed(JWSHeader header, String claims, ECKey key) throws Exception {
        JWSObject jws = new JWSObject(header, new Payload(claims));
        jws.sign(new ECDSASigner(key));
        return jws.serialize();
    }

    private SignatureFailure reason(String jws) {
        return catchThrowableOfType(UntrustedDocumentException.class, () -> Receipts.verify(jws, keys))
                .reason();
    }

    @Test
    void readsAGenuineReceiptWithoutNetwork() throws Exception {
        VerifiedReceipt receipt = Receipts.verify(signed(header().build(), CLAIMS, key), keys);

        assertThat(receipt)
                .isEqualTo(new VerifiedReceipt(
                        "https://gw.example",
                        1_795_399_200L,
                        "wh_1",
                        "fengsong-delivery",
                        "r-1",
                        "44",
                        "AAE140:110",
                        YearMonth.of(2026, 10),
                        551_000,
                        110_200,
                        WithholdingState.CONFIRMED,
                        Instant.parse("2026-11-23T02:00:00Z"),
                        "GD1",
                        null));
    }

    @Test
    void refusesWhatTheGatewayDidNotSignAsAReceipt() throws Exception {
        String good = signed(header().build(), CLAIMS, key);
        String[] parts = good.split("\\.");
        String otherClaims =
                signed(header().build(), CLAIMS.replace("110200", "1"), key).split("\\.")[1];

        assertThat(reason(parts[0] + "." + otherClaims + "." + parts[2])).isEqualTo(SignatureFailure.INVALID);
        assertThat(reason(signed(header().build(), CLAIMS, Keys.p256("gw-1")))).isEqualTo(SignatureFailure.INVALID);
        assertThat(reason(signed(header().keyID("gw-2").build(), CLAIMS, key))).isEqualTo(SignatureFailure.KEY_UNKNOWN);
        assertThat(reason(signed(header().type(JOSEObjectType.JWT).build(), CLAIMS, key)))
                .as("a token of the gateway's is no receipt")
                .isEqualTo(SignatureFailure.TAG_WRONG);
        assertThat(reason(signed(
                        header().criticalParams(Set.of("b64x"))
                                .customParam("b64x", true)
                                .build(),
                        CLAIMS,
                        key)))
                .isEqualTo(SignatureFailure.TAG_WRONG);
    }

    /** The public key used as an HMAC secret: the oldest trick against JWS. */
    /** A key that was over, or not yet begun, when it signed, did not sign it. */
    @ParameterizedTest
    @CsvSource({
        "nbf, -1, true", "nbf, 0, true", "nbf, 1, false",
        "exp, -1, false", "exp, 0, false", "exp, 1, true"
    })
    void aReceiptIsOfATimeAtWhichItsKeyWasGood(String member, long secondsFromIssue, boolean good) throws Exception {
        Date moment = Date.from(Instant.ofEpochSecond(1_795_399_200L + secondsFromIssue));
        ECKey.Builder bounded = new ECKey.Builder(key.toPublicJWK());
        ECKey published =
                (member.equals("exp") ? bounded.expirationTime(moment) : bounded.notBeforeTime(moment)).build();
        GatewayKeys ofThatTime = GatewayKeys.parse(new JWKSet(published).toString());
        String jws = signed(header().build(), CLAIMS, key);

        if (good) {
            assertThat(Receipts.verify(jws, ofThatTime).withholdingId()).isEqualTo("wh_1");
        } else {
            assertThat(catchThrowableOfType(UntrustedDocumentException.class, () -> Receipts.verify(jws, ofThatTime))
                            .reason())
                    .isEqualTo(SignatureFailure.KEY_UNKNOWN);
        }
    }

    @Test
    void takesTheAlgorithmFromTheKeyAndNotFromTheHeader() throws Exception {
        JWSObject hmac = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("gw-1")
                        .type(TYPE)
                        .build(),
                new Payload(CLAIMS));
        hmac.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes()));
        String none = "eyJhbGciOiJub25lIiwia2lkIjoiZ3ctMSIsInR5cCI6InRvbmdiYW4tcmVjZWlwdCtqd3QifQ.e30.AA";

        assertThat(reason(hmac.serialize())).isEqualTo(SignatureFailure.ALGORITHM_MISMATCH);
        assertThat(reason(none)).isEqualTo(SignatureFailure.ALGORITHM_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.b.c.d", "..", "!.b.c", "e30.e30", "eyJ.e30.AA"})
    void refusesWhatIsNoCompactJws(String text) {
        assertThatThrownBy(() -> Receipts.verify(text, keys)).isInstanceOf(UntrustedDocumentException.class);
    }

    @Test
    void saysSoIfGenuineClaimsAreNoReceipt() throws Exception {
        String jws = signed(header().build(), "[]", key);

        assertThatThrownBy(() -> Receipts.verify(jws, keys)).isInstanceOf(UnreadableAnswerException.class);
    }
}
