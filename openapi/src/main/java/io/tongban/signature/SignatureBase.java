package io.tongban.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The signature base (RFC 9421, section 2.5): one line for each covered component, then the signature parameters,
 * parted by single line feeds, with none at the end.
 *
 * @param text ASCII
 */
public record SignatureBase(String text) {

    private static final String PARAMETERS_LINE = "\"@signature-params\": ";

    /**
     * Builds the base of a message.
     *
     * @throws SignatureRefusedException COMPONENT_NOT_COVERED if the message does not have a component; MALFORMED if a
     *     value cannot stand in a base
     */
    public static SignatureBase of(HttpMessage message, SignatureParameters parameters) {
        StringBuilder text = new StringBuilder(512);
        for (ComponentIdentifier identifier : parameters.components()) {
            String value = value(message, identifier);
            if (!fitsOneLine(value)) {
                throw new SignatureRefusedException(
                        SignatureFailure.MALFORMED, "Component " + identifier + " is not one line of ASCII");
            }
            text.append(identifier).append(": ").append(value).append('\n');
        }
        text.append(PARAMETERS_LINE).append(parameters.serialized());
        return new SignatureBase(text.toString());
    }

    /** The octets that are signed. */
    public byte[] bytes() {
        return text.getBytes(US_ASCII);
    }

    /** The value of one component (RFC 9421, section 2.5, step 2.4). */
    static String value(HttpMessage message, ComponentIdentifier identifier) {
        if (!identifier.has("req")) {
            return ownValue(message, identifier);
        }
        if (message instanceof ResponseMessage response) {
            return ownValue(response.request(), identifier);
        }
        throw DerivedComponent.absent(identifier, "names a request, but this message is no response");
    }

    /** A line break inside a value could pass for a component of its own. */
    static boolean fitsOneLine(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 0x20 && c != '\t') || c > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String ownValue(HttpMessage message, ComponentIdentifier identifier) {
        if (!identifier.isDerived()) {
            return FieldComponent.valueIn(message.fields(), identifier);
        }
        if (message instanceof ResponseMessage response) {
            return DerivedComponent.valueIn(response, identifier);
        }
        return DerivedComponent.valueIn((RequestMessage) message, identifier);
    }
}
