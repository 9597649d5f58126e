package io.tongban.sandbox.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The sandbox's own certificate authority, made for one run. Its key is never written down, and it can vouch for
 * loopback alone, so whoever trusts it risks nothing.
 */
public final class CertificateAuthority {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final Duration VALID = Duration.ofDays(30);
    /** Clocks of containers on one machine may differ a little. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final Clock clock;
    private final KeyPair keys = p256();
    private final X500Name name = new X500Name("CN=Tongban sandbox of one run");
    private final X509Certificate certificate;

    private CertificateAuthority(Clock clock) {
        this.clock = clock;
        certificate = sign(name, keys.getPublic(), CertificateExtensions.ofAuthority(keys.getPublic()));
    }

    public static CertificateAuthority create(Clock clock) {
        return new CertificateAuthority(clock);
    }

    /** A certificate, and the key that belongs to it, as PEM. */
    public record Issued(X509Certificate certificate, String certificatePem, String privateKeyPem) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Issued[" + certificate.getSerialNumber() + "]";
        }
    }

    /** For a server that is reached as {@code localhost} or {@code 127.0.0.1}, with a key of its own. */
    public Issued issue() {
        KeyPair server = p256();
        X509Certificate issued = sign(
                new X500Name("CN=localhost"),
                server.getPublic(),
                CertificateExtensions.ofServer(server.getPublic(), keys.getPublic()));
        return new Issued(
                issued,
                pem("CERTIFICATE", encoded(issued)),
                pem("PRIVATE KEY", server.getPrivate().getEncoded()));
    }

    /** The authority's certificate, for those who shall trust it. */
    public String pem() {
        return pem("CERTIFICATE", encoded(certificate));
    }

    /** Trusts this authority and no other. */
    public KeyStore trustStore() {
        return storeOf(certificate);
    }

    private static KeyStore storeOf(X509Certificate certificate) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("sandbox", certificate);
            return trusted;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For clients in this JVM. */
    public SSLContext clientContext() {
        return clientContext(trustStore());
    }

    /** For clients in another JVM, which were given {@link #pem()}. */
    public static SSLContext clientContext(String pem) {
        try {
            return clientContext(storeOf((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the authority's certificate", e);
        }
    }

    private static SSLContext clientContext(KeyStore trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate sign(X500Name subject, PublicKey key, Extensions extensions) {
        Instant now = clock.instant();
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(127, new SecureRandom()).setBit(126)));
        content.setSignature(ECDSA);
        content.setIssuer(name);
        content.setSubject(subject);
        content.setStartDate(new Time(Date.from(now.minus(BEFORE))));
        content.setEndDate(new Time(Date.from(now.plus(VALID))));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        content.setExtensions(extensions);
        try {
            TBSCertificate signed = content.generateTBSCertificate();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getEncoded(ASN1Encoding.DER));
            DERSequence whole = new DERSequence(
                    new org.bouncycastle.asn1.ASN1Encodable[] {signed, ECDSA, new DERBitString(signature.sign())});
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(whole.getEncoded(ASN1Encoding.DER)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the sandbox's certificate cannot be made", e);
        }
    }

    private static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException noP256) {
            throw new IllegalStateException(noP256);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7468. */
    private static String pem(String label, byte[] octets) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(octets)
                + "\n-----END " + label + "-----\n";
    }
}
