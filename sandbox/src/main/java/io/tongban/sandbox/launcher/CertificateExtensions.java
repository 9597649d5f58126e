package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What the sandbox's certificates say beside name and key, RFC 5280, section 4.2. */
final class CertificateExtensions {
    private static final byte[] LOOPBACK_NET = {127, 0, 0, 0, (byte) 255, 0, 0, 0};

    private CertificateExtensions() {}

    /** Of an authority that may vouch for loopback and nothing else. */
    static Extensions ofAuthority(PublicKey own) {
        GeneralSubtree[] loopback = {
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(LOOPBACK_NET)))
        };
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        add(extensions, Extension.basicConstraints, true, new BasicConstraints(0));
        add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        add(extensions, Extension.nameConstraints, true, new NameConstraints(loopback, null));
        add(extensions, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(own)));
        return extensions.generate();
    }

    static Extensions ofServer(PublicKey own, PublicKey issuers) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        add(extensions, Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(own)));
        add(extensions, Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuers)));
        return extensions.generate();
    }

    private static void add(
            ExtensionsGenerator extensions, ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(name, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7093, method 1: the leftmost 160 bits of the key's SHA-256. */
    private static byte[] identifier(PublicKey key) {
        try {
            byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getOctets();
            return java.util.Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), 20);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
