package io.tongban.province.dialect.rest;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.util.List;
import java.util.Optional;

/** How both sides sign, as the profile's options say. */
record Signatures(MessageSigner ours, MessageVerifier theirs) {
    private static final String METHOD = "signature";
    private static final String SM2 = "sm2";
    private static final String PRIVATE_KEY = "private-key";
    private static final String PROVINCE_KEY = "province-key";
    private static final String NEXT_KEY = "province-key-next";
    private static final String PUBLIC = "the public key of the province, 130 digits of hex that begin with 04";

    static final List<Option> OPTIONS = List.of(
            Option.required(METHOD, "hmac-sm3|sm2", "hmac-sm3 or sm2"),
            new Option(
                            PRIVATE_KEY,
                            Optional.empty(),
                            Sm2::isPrivateKey,
                            "${a.property.name} of our private key, 64 digits of hex")
                    .secretly()
                    .where(METHOD, SM2),
            new Option(PROVINCE_KEY, Optional.empty(), Sm2::isPublicKey, PUBLIC).where(METHOD, SM2),
            new Option(NEXT_KEY, Optional.of(""), Sm2::isPublicKey, PUBLIC).where(METHOD, SM2));

    static Signatures of(ProvinceProfile profile) {
        Options options = profile.options();
        if (!options.text(METHOD).equals(SM2)) {
            HmacSm3 shared = new HmacSm3(profile.password());
            return new Signatures(shared, shared);
        }
        MessageVerifier theirs = new Sm2PublicKey(options.text(PROVINCE_KEY));
        MessageVerifier both = options.find(NEXT_KEY)
                .filter(key -> !key.isEmpty())
                .map(key -> theirs.or(new Sm2PublicKey(key)))
                .orElse(theirs);
        return new Signatures(new Sm2PrivateKey(options.text(PRIVATE_KEY)), both);
    }
}
