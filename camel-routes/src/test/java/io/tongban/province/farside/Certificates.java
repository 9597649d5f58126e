package io.tongban.province.farside;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** An authority of the test's own, and what it vouches for. */
public final class Certificates {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    /** Of keys in stores. */
    public static final char[] PASSWORD = "of-the-store".toCharArray();

    private final KeyPair authority = pair();
    private final KeyPair server = pair();
    private final Certificate ofAuthority;
    private final Certificate ofServer;

    /**
     * @param address that the server's certificate names
     * @param from first of its ten days, counted from today
     */
    public Certificates(String address, int from) throws Exception {
        ofAuthority = certificate(
                "authority",
                authority.getPublic(),
                -100,
                200,
                extension(Extension.basicConstraints, new BasicConstraints(true)));
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.iPAddress, address));
        ofServer =
                certificate("server", server.getPublic(), from, 10, extension(Extension.subjectAlternativeName, names));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Extension extension(ASN1ObjectIdentifier kind, ASN1Object value) throws Exception {
        return new Extension(kind, true, value.getEncoded());
    }

    private Certificate certificate(String name, PublicKey key, int from, int days, Extension extension)
            throws Exception {
        Instant begin = Instant.now().plus(from, ChronoUnit.DAYS);
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.valueOf(days)));
        content.setSignature(ECDSA);
        content.setIssuer(new X500Name("CN=authority"));
        content.setSubject(new X500Name("CN=" + name));
        content.setStartDate(new Time(Date.from(begin)));
        content.setEndDate(new Time(Date.from(begin.plus(days, ChronoUnit.DAYS))));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        content.setExtensions(new Extensions(extension));
        TBSCertificate signed = content.generateTBSCertificate();

        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority.getPrivate());
        signature.update(signed.getEncoded());
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(signed);
        parts.add(ECDSA);
        parts.add(new DERBitString(signature.sign()));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded()));
    }

    /** Writes the authority's certificate. */
    public Path pem(Path folder) throws Exception {
        String base64 = Base64.getMimeEncoder().encodeToString(ofAuthority.getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    /** Writes a certificate for whoever calls, with its key, as an operator would keep it. */
    public Path identity(Path folder) throws Exception {
        KeyPair caller = pair();
        Certificate certificate = certificate(
                "caller",
                caller.getPublic(),
                -1,
                10,
                extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
        return written(folder.resolve("caller.pem"), caller, certificate);
    }

    /** Writes the server's certificate with its key, for a server that is no Java. */
    public Path ofServer(Path folder) throws Exception {
        return written(folder.resolve("server.pem"), server, ofServer);
    }

    private static Path written(Path file, KeyPair pair, Certificate certificate) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** The server's certificate and key, in a store, under {@link #PASSWORD}. */
    public KeyStore ofServer() throws Exception {
        KeyStore keys = empty();
        keys.setKeyEntry("server", server.getPrivate(), PASSWORD, new Certificate[] {ofServer, ofAuthority});
        return keys;
    }

    /** Whose callers a server believes. */
    public KeyStore trusted() throws Exception {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("authority", ofAuthority);
        return trusted;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    public SSLContext serving() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(ofServer(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory callers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        callers.init(trusted());
        context.init(managers.getKeyManagers(), callers.getTrustManagers(), null);
        return context;
    }
}
