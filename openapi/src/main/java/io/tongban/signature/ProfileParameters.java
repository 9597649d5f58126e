package io.tongban.signature;

import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a signature, after the profile: all there, of the right types, and none besides.
 *
 * @param created seconds since the epoch
 * @param expires likewise; not required, but honoured, since common libraries set it
 */
record ProfileParameters(long created, Optional<Long> expires, String keyid, String alg, String nonce) {

    private static final Set<String> KNOWN = Set.of("created", "expires", "keyid", "alg", "nonce", "tag");

    static ProfileParameters of(SignatureParameters parameters) {
        for (String name : parameters.names()) {
            if (!KNOWN.contains(name)) {
                throw new SignatureRefusedException(
                        SignatureFailure.PARAMETER_UNKNOWN, "Signature parameter " + name + " is not of this profile");
            }
        }
        return new ProfileParameters(
                required("created", parameters.integer("created")),
                parameters.integer("expires"),
                bounded("keyid", 1, 256, required("keyid", parameters.string("keyid"))),
                required("alg", parameters.string("alg")),
                bounded("nonce", 16, 128, required("nonce", parameters.string("nonce"))));
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new SignatureRefusedException(
                SignatureFailure.PARAMETER_MISSING, "Signature parameter " + name + " is missing"));
    }

    private static String bounded(String name, int least, int most, String value) {
        if (value.length() < least || value.length() > most) {
            throw new SignatureRefusedException(
                    SignatureFailure.MALFORMED, name + " must have " + least + " to " + most + " characters");
        }
        return value;
    }
}
