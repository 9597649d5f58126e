package io.tongban.province;

/**
 * Which certificate an 18-character number stands on. All three have the form of a citizen number (GB 11643), and a
 * province's system has another code for each (AAC058): under the wrong one it finds nobody, or somebody else.
 */
public enum CertificateKind {
    /** 居民身份证. */
    IDENTITY_CARD,
    /** 港澳台居民居住证, of residents of Hong Kong (81), Macao (82) and Taiwan (83). */
    RESIDENCE_PERMIT_HMT,
    /** 外国人永久居留身份证 of the form of 2023, which begins with 9 (GA 2102-2023). */
    FOREIGN_PERMANENT_RESIDENCE;

    /** The kind that a number's first digits say. */
    public static CertificateKind of(String number) {
        if (number.startsWith("9")) {
            return FOREIGN_PERMANENT_RESIDENCE;
        }
        return number.startsWith("81") || number.startsWith("82") || number.startsWith("83")
                ? RESIDENCE_PERMIT_HMT
                : IDENTITY_CARD;
    }
}
