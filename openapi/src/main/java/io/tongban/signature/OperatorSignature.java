package io.tongban.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The signature of one of a bank's operators on a request, beside that of the bank's program (RFC 9421, section 4.3).
 *
 * @param input its member of Signature-Input: components and parameters
 * @param signature its member of Signature: base64 between colons
 */
public record OperatorSignature(Role role, String input, String signature) {
    private static final String INPUTS = "signature-input";
    private static final String SIGNATURES = "signature";

    /** Who signs: who asks for an effect, or who answers for it beside. */
    public enum Role {
        MAKER(Tags.MAKER),
        CHECKER(Tags.CHECKER);

        private final String tag;
        private final String label = name().toLowerCase(Locale.ROOT);

        Role(String tag) {
            this.tag = tag;
        }

        /** Under which the signature stands in both fields. */
        public String label() {
            return label;
        }

        String tag() {
            return tag;
        }
    }

    /** @throws SignatureRefusedException MALFORMED if one of the two is no such member */
    public OperatorSignature {
        var unused = ReceivedSignature.of(fields(role, input, signature), role.tag());
    }

    /** Whether a request bears a signature under the label of this role, good or not. */
    public static boolean isIn(MessageFields fields, Role role) {
        return fields.isPresent(INPUTS)
                && StrictDictionary.parse("Signature-Input", fields.values(INPUTS))
                                .member(role.label())
                        != null;
    }

    /**
     * As a request bears it.
     *
     * @throws SignatureRefusedException if it bears none, or one that cannot be read
     */
    public static OperatorSignature of(MessageFields fields, Role role) {
        ReceivedSignature received = ReceivedSignature.of(fields, role.tag());
        if (!received.label().equals(role.label())) {
            throw new SignatureRefusedException(
                    SignatureFailure.MALFORMED, "The label of this signature is " + role.label());
        }
        byte[] octets = new byte[received.octets().remaining()];
        received.octets().duplicate().get(octets);
        return new OperatorSignature(
                role,
                received.parameters().serialized(),
                ":" + Base64.getEncoder().encodeToString(octets) + ":");
    }

    /** The key that it names. */
    public String keyid() {
        return parameters().keyid();
    }

    /** Drawn by the signer for this signature alone. */
    public String nonce() {
        return parameters().nonce();
    }

    /** By the signer's clock, in whole seconds. */
    public Instant created() {
        return Instant.ofEpochSecond(parameters().created());
    }

    private ProfileParameters parameters() {
        return ProfileParameters.of(SignatureParameters.parse(input));
    }

    /** The fields of a request with this signature beside those that it has. */
    public Map<String, String> beside(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        append(all, "Signature-Input", input);
        append(all, "Signature", signature);
        return all;
    }

    private void append(Map<String, String> fields, String name, String value) {
        String found = fields.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
        String member = role.label() + "=" + value;
        fields.merge(found, member, (before, added) -> before + ", " + added);
    }

    /** A content with these signatures and no other, as it is kept. */
    static RequestMessage message(OperatorContent content, List<OperatorSignature> signatures) {
        RequestMessage bare = content.message();
        MessageFields.Builder fields = MessageFields.builder();
        bare.fields().lines().forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
        for (OperatorSignature each : signatures) {
            fields.add(INPUTS, each.role().label() + "=" + each.input());
            fields.add(SIGNATURES, each.role().label() + "=" + each.signature());
        }
        return new RequestMessage(bare.method(), bare.targetUri(), fields.build());
    }

    private static MessageFields fields(Role role, String input, String signature) {
        return MessageFields.builder()
                .add(INPUTS, role.label() + "=" + input)
                .add(SIGNATURES, role.label() + "=" + signature)
                .build();
    }
}
