package io.tongban.province;

/**
 * Who a command is about. Deliberately silent in {@link #toString()}: none of this may reach a log.
 *
 * @param certificate what the number stands on (AAC058)
 * @param citizenNumber GB 11643, 18 characters, last letter upper case (AAC147)
 * @param name in the canonical form of Unicode, as on the certificate (AAC003)
 * @param mobile eleven digits (AAC067)
 */
public record InsuredPerson(CertificateKind certificate, String citizenNumber, String name, String mobile) {
    /** With the kind of certificate that the number itself says. */
    public InsuredPerson(String citizenNumber, String name, String mobile) {
        this(CertificateKind.of(citizenNumber), citizenNumber, name, mobile);
    }

    @Override
    public String toString() {
        return "InsuredPerson[…]";
    }
}
