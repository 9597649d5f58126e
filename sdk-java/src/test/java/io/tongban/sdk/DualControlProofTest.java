package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSigner;
import io.tongban.signature.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger verifies what two people signed, with their keys and nothing else. */
class DualControlProofTest {
    private static final Map<String, ECKey> KEYS = new ConcurrentHashMap<>();
    private static final byte[] BODY = "{\"amountFen\":640000}".getBytes(UTF_8);

    /** Long ago, whatever the clock says. */
    private static final Clock THEN = Clock.fixed(Instant.parse("2020-11-28T02:00:00Z"), ZoneOffset.UTC);

    static OperatorSigner signer(String kid) {
        return new OperatorSigner(Signer.of(key(kid)), THEN);
    }

    private static ECKey key(String kid) {
        return KEYS.computeIfAbsent(kid, id -> {
            try {
                return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String thumbprint(String kid) {
        try {
            return key(kid).computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OperatorContent content() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(BODY);
        return new OperatorContent(
                "POST",
                "https://api.tongban.example/v1/counter-payments",
                "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":",
                "application/json",
                "till-17",
                "point=\"c1\", operator=\"T1001\", session=\"v\", purpose=pay, identified=card-read");
    }

    private static ApprovalProof proof(OperatorContent content, byte[] body, String maker, String checker) {
        OperatorSignature made = signer(maker).make(content);
        OperatorSignature checked = signer(checker).check(content, made);
        return new ApprovalProof(
                "apv_1",
                content.method(),
                content.targetUri(),
                content.contentDigest(),
                content.contentType(),
                content.idempotencyKey(),
                content.counterContext(),
                Base64.getEncoder().encodeToString(body),
                made.input(),
                made.signature(),
                key(maker).toPublicJWK().toJSONObject(),
                thumbprint(maker),
                checked.input(),
                checked.signature(),
                key(checker).toPublicJWK().toJSONObject(),
                thumbprint(checker));
    }

    private static Set<String> both() {
        return Set.of(thumbprint("t1001"), thumbprint("s2001"));
    }

    @Test
    void twoPeoplesSignaturesHoldForEver() throws Exception {
        assertThat(DualControlProof.verify(proof(content(), BODY, "t1001", "s2001"), both()))
                .isEqualTo(BODY);
    }

    /** What somebody could change in a proof. */
    private enum Change {
        METHOD,
        TARGET,
        TYPE,
        KEY,
        COUNTER,
        BODY_OCTETS,
        MAKER_OF_ANOTHER,
        CHECKER_GONE,
        NO_BASE64
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsChangedNobodyBelievesIt(Change change) throws Exception {
        ApprovalProof good = proof(content(), BODY, "t1001", "s2001");
        ApprovalProof another = proof(content(), BODY, "t1001", "s2001");
        ApprovalProof changed = new ApprovalProof(
                good.id(),
                change == Change.METHOD ? "PUT" : good.method(),
                change == Change.TARGET ? good.targetUri() + "?" : good.targetUri(),
                good.contentDigest(),
                change == Change.TYPE ? "text/plain" : good.contentType(),
                change == Change.KEY ? "till-18" : good.idempotencyKey(),
                change == Change.COUNTER ? good.counterContext().replace("T1001", "T1002") : good.counterContext(),
                switch (change) {
                    case BODY_OCTETS ->
                        Base64.getEncoder().encodeToString("{\"amountFen\":640001}".getBytes(StandardCharsets.UTF_8));
                    case NO_BASE64 -> "*";
                    default -> good.body();
                },
                change == Change.MAKER_OF_ANOTHER ? another.makerInput() : good.makerInput(),
                change == Change.MAKER_OF_ANOTHER ? another.makerSignature() : good.makerSignature(),
                good.makerKey(),
                good.makerThumbprint(),
                change == Change.CHECKER_GONE ? null : good.checkerInput(),
                good.checkerSignature(),
                good.checkerKey(),
                good.checkerThumbprint());
        assertThatThrownBy(() -> DualControlProof.verify(changed, both()))
                .isInstanceOf(UntrustedDocumentException.class);
    }

    @Test
    void onePersonTwiceIsNoPairAndAnUnknownKeyIsNobodys() throws Exception {
        ApprovalProof alone = proof(content(), BODY, "t1001", "t1001");
        assertThatThrownBy(() -> DualControlProof.verify(alone, both()))
                .isInstanceOf(UntrustedDocumentException.class)
                .hasMessageContaining("one key");
        ApprovalProof stranger = proof(content(), BODY, "t1001", "x");
        assertThatThrownBy(() -> DualControlProof.verify(stranger, both()))
                .isInstanceOf(UntrustedDocumentException.class)
                .hasMessageContaining("not trusted");
    }
}
