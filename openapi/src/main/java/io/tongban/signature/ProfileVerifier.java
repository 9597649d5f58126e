package io.tongban.signature;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the three verifiers share: every rule of the profile, cheap ones first, the signature itself last. */
final class ProfileVerifier {

    private final Clock clock;
    private final String tag;
    private final Freshness freshness;
    private final Optional<OperatorSignature.Role> operator;

    ProfileVerifier(Clock clock, String tag, Freshness freshness) {
        this(clock, tag, freshness, Optional.empty());
    }

    /** For an operator's signature, whose label others name and which covers what it must and nothing else. */
    ProfileVerifier(Clock clock, OperatorSignature.Role operator, Freshness freshness) {
        this(clock, operator.tag(), freshness, Optional.of(operator));
    }

    private ProfileVerifier(Clock clock, String tag, Freshness freshness, Optional<OperatorSignature.Role> operator) {
        this.clock = clock;
        this.tag = tag;
        this.freshness = freshness;
        this.operator = operator;
    }

    Verification verify(HttpMessage message, List<ComponentIdentifier> required, byte[] body, KeyLookup keys) {
        try {
            return verified(message, required, body, keys);
        } catch (SignatureRefusedException refused) {
            return new Verification.Rejected(refused.reason(), refused.detail());
        }
    }

    private Verification verified(
            HttpMessage message, List<ComponentIdentifier> required, byte[] body, KeyLookup keys) {
        ReceivedSignature received = ReceivedSignature.of(message.fields(), tag);
        ProfileParameters parameters = ProfileParameters.of(received.parameters());
        operator.ifPresent(role -> checkOperator(role, received, required));
        checkCovered(message, required, received.parameters().components());
        freshness.check(parameters.created(), parameters.expires(), clock.instant());
        Verifier verifier = verifier(parameters, keys);
        checkDigest(message.fields(), body);
        SignatureBase base = SignatureBase.of(message, received.parameters());
        if (!verifier.verify(base.bytes(), bytes(received.octets()))) {
            throw refused(SignatureFailure.INVALID, "The signature does not verify under the key it names");
        }
        return new Verification.Verified(
                parameters.keyid(), parameters.nonce(), Instant.ofEpochSecond(parameters.created()));
    }

    private static void checkOperator(
            OperatorSignature.Role role, ReceivedSignature received, List<ComponentIdentifier> required) {
        if (!received.label().equals(role.label())) {
            throw refused(SignatureFailure.MALFORMED, "The label of this signature is " + role.label());
        }
        for (ComponentIdentifier component : received.parameters().components()) {
            if (!required.contains(component)) {
                throw refused(SignatureFailure.MALFORMED, "An operator does not cover " + component);
            }
        }
    }

    private void checkCovered(
            HttpMessage message, List<ComponentIdentifier> required, List<ComponentIdentifier> covered) {
        for (ComponentIdentifier component : covered) {
            checkParameters(message, component);
        }
        Set<ComponentIdentifier> present = new HashSet<>(covered);
        for (ComponentIdentifier component : required) {
            if (component.equals(CoveredComponents.CONTENT_DIGEST)
                    && !message.fields().isPresent(component.name())) {
                throw refused(SignatureFailure.DIGEST_MISSING, "There is a body, but no Content-Digest");
            }
            if (!present.contains(component)) {
                throw refused(SignatureFailure.COMPONENT_NOT_COVERED, "Component " + component + " must be covered");
            }
        }
    }

    /** Each way to read a component in part is a way to sign less than it seems. */
    private void checkParameters(HttpMessage message, ComponentIdentifier component) {
        if (operator.isPresent()) {
            // Only what must be covered came so far.
            return;
        }
        for (String parameter : component.parameters().keySet()) {
            if (!(parameter.equals("req") && message instanceof ResponseMessage)) {
                throw refused(
                        SignatureFailure.PARAMETER_UNKNOWN,
                        "Component parameter " + parameter + " is not of this profile");
            }
        }
    }

    private Verifier verifier(ProfileParameters parameters, KeyLookup keys) {
        KeyAnswer answer = keys.find(parameters.keyid());
        if (answer instanceof KeyAnswer.Foreign) {
            throw refused(SignatureFailure.KEY_FOREIGN, "The key belongs to another client");
        }
        if (!(answer instanceof KeyAnswer.Found found)) {
            throw refused(SignatureFailure.KEY_UNKNOWN, "No key is registered under this keyid");
        }
        String expected = found.verifier().algorithm().wireName();
        if (!expected.equals(parameters.alg())) {
            throw refused(SignatureFailure.ALGORITHM_MISMATCH, "The key signs with " + expected);
        }
        if (!found.verifier().validity().covers(clock.instant())) {
            throw refused(SignatureFailure.KEY_UNKNOWN, "The key's nbf has not come or its exp has passed");
        }
        return found.verifier();
    }

    /** Also for an empty body: whoever states a digest must state the right one. */
    private static void checkDigest(MessageFields fields, byte[] body) {
        List<String> lines = fields.values(ContentDigest.FIELD);
        if (!lines.isEmpty()) {
            ContentDigest.check(lines, body);
        }
    }

    private static byte[] bytes(ByteBuffer octets) {
        byte[] bytes = new byte[octets.remaining()];
        octets.duplicate().get(bytes);
        return bytes;
    }

    private static SignatureRefusedException refused(SignatureFailure reason, String detail) {
        return new SignatureRefusedException(reason, detail);
    }
}
