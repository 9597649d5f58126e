package io.tongban.sandbox.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;

/** The gateway's certificate and key in files, which the gateway reads anew while it runs. Thread-safe. */
public final class ServerCertificate {
    private final CertificateAuthority authority;
    private final Path folder;

    private ServerCertificate(CertificateAuthority authority, Path folder) {
        this.authority = authority;
        this.folder = folder;
    }

    static ServerCertificate in(Path folder, CertificateAuthority authority) throws IOException {
        ServerCertificate files = new ServerCertificate(authority, Files.createDirectories(folder));
        files.renew();
        return files;
    }

    /** Puts another certificate, with another key, in the place of the one before. */
    public synchronized X509Certificate renew() throws IOException {
        CertificateAuthority.Issued issued = authority.issue();
        replace(key(), issued.privateKeyPem());
        replace(certificate(), issued.certificatePem());
        return issued.certificate();
    }

    /** Puts something that is no certificate in its place. */
    public synchronized void spoil() throws IOException {
        replace(certificate(), "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n");
    }

    /** Puts a key there that does not belong to the certificate. */
    public synchronized void mixUp() throws IOException {
        replace(key(), authority.issue().privateKeyPem());
    }

    public Path certificate() {
        return folder.resolve("gateway.crt");
    }

    public Path key() {
        return folder.resolve("gateway.key");
    }

    /** Half a file is never seen. */
    private static void replace(Path file, String content) throws IOException {
        Path written = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "new",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, content, StandardCharsets.US_ASCII);
        Files.move(written, file, ATOMIC_MOVE);
    }
}
