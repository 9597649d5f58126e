package io.tongban.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** The first message of a TLS client, by hand: no library offers any more what must be refused. RFC 5246, section 7.4.1.2. */
final class ClientHello {
    /** Record types, RFC 5246, section 6.2.1. */
    static final int ALERT = 21;

    static final int HANDSHAKE = 22;

    private ClientHello() {}

    /** Type of the record with which the server answers; -1 if it only hangs up. */
    static int answeredWith(URI server, int version, int... cipherSuites) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(record(hello(version, cipherSuites)));
            return new DataInputStream(socket.getInputStream()).read();
        }
    }

    private static byte[] record(byte[] hello) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        out.writeByte(HANDSHAKE);
        out.writeShort(0x0301);
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return octets.toByteArray();
    }

    private static byte[] hello(int version, int... cipherSuites) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(2 * cipherSuites.length);
        for (int suite : cipherSuites) {
            out.writeShort(suite);
        }
        out.writeShort(0x0100);
        // supported_groups: secp256r1; ec_point_formats: uncompressed; signature_algorithms: ecdsa_secp256r1_sha256
        byte[] extensions = {
            0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 3, 2, 3,
        };
        out.writeShort(extensions.length);
        out.write(extensions);
        return octets.toByteArray();
    }
}
