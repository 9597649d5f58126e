package io.tongban.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.greenbytes.http.sfv.ByteSequenceItem;

/** One signature of RFC 9421, Appendix B.2, with the message and the key it belongs to. */
record Rfc9421Case(
        String section, HttpMessage message, JWK key, SignatureParameters parameters, String base, byte[] signature) {

    private static final JsonNode FILE = TestKeys.read("/signature/rfc9421.json");

    static Stream<Rfc9421Case> all() {
        return StreamSupport.stream(FILE.get("cases").spliterator(), false).map(Rfc9421Case::read);
    }

    boolean isDeterministic() {
        return SignatureAlgorithm.of(key) == SignatureAlgorithm.ED25519;
    }

    boolean verifies(String otherBase, byte[] otherSignature) {
        return Verifier.of(key).verify(new SignatureBase(otherBase).bytes(), otherSignature);
    }

    @Override
    public String toString() {
        return section;
    }

    private static Rfc9421Case read(JsonNode json) {
        String label = json.get("label").asText();
        RequestMessage request = request(FILE.get("request"));
        HttpMessage message = json.get("message").asText().equals("request")
                ? request
                : new ResponseMessage(
                        FILE.get("response").get("status").asInt(), fields(FILE.get("response")), request);
        String input = json.get("signatureInput").asText();
        String signature = json.get("signature").asText();
        return new Rfc9421Case(
                json.get("section").asText(),
                message,
                TestKeys.parse(FILE.get("keys").get(json.get("keyid").asText())),
                SignatureParameters.parse(input.substring(label.length() + 1)),
                json.get("signatureBase").asText(),
                octets(StrictDictionary.parse("Signature", List.of(signature)), label));
    }

    private static byte[] octets(StrictDictionary signatures, String label) {
        ByteBuffer octets = ((ByteSequenceItem) signatures.members().get(label)).get();
        byte[] copy = new byte[octets.remaining()];
        octets.duplicate().get(copy);
        return copy;
    }

    private static RequestMessage request(JsonNode json) {
        return new RequestMessage(
                json.get("method").asText(), json.get("targetUri").asText(), fields(json));
    }

    private static MessageFields fields(JsonNode message) {
        MessageFields.Builder fields = MessageFields.builder();
        message.get("headers")
                .forEach(line -> fields.add(line.get(0).asText(), line.get(1).asText()));
        return fields.build();
    }
}
