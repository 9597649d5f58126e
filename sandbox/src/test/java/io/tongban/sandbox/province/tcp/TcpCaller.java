package io.tongban.sandbox.province.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls a province as the dialect's page says, by hand: it shares nothing with the simulator. */
final class TcpCaller {
    static final Charset GBK = Charset.forName("GBK");

    private final int port;
    private final String password;
    private int patienceMillis = 20_000;
    private int lengthDigits = 6;
    private boolean lengthCountsItself;

    TcpCaller(String endpoint, String password) {
        this.port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        this.password = password;
    }

    void patience(int millis) {
        patienceMillis = millis;
    }

    void lengths(int digits, boolean countsItself) {
        lengthDigits = digits;
        lengthCountsItself = countsItself;
    }

    Reply call(String code, String serial, byte[]... fields) throws Exception {
        return new Reply(exchange(frame(code, serial, "TONGBAN   ", fields)));
    }

    /** Everything that comes back before the far side hangs up. */
    byte[] exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write(request);
            return socket.getInputStream().readAllBytes();
        }
    }

    /** @param operator as it is keyed, at most ten characters */
    byte[] frame(String code, String serial, String operator, byte[]... fields) throws Exception {
        String time = "20261123180000";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] hmac = mac.doFinal((code + serial + operator + time).getBytes(StandardCharsets.US_ASCII));
        String key = HexFormat.of().withUpperCase().formatHex(hmac).substring(0, 16);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ascii(code + serial));
        content.writeBytes(text(operator, 10));
        content.writeBytes(ascii(time + key));
        for (byte[] field : fields) {
            content.writeBytes(field);
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int length = content.size() + (lengthCountsItself ? lengthDigits : 0);
        frame.writeBytes(ascii(String.format("%0" + lengthDigits + "d", length)));
        frame.writeBytes(content.toByteArray());
        return frame.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] text(String text, int width) {
        byte[] bytes = text.getBytes(GBK);
        byte[] field = Arrays.copyOf(bytes, width);
        Arrays.fill(field, bytes.length, width, (byte) ' ');
        return field;
    }

    /** @param bytes as they came over the wire */
    record Reply(byte[] bytes) {
        String returnCode() {
            return ascii(30, 4);
        }

        String message() {
            return new String(bytes, 34, 60, GBK).stripTrailing();
        }

        /** Of the reply's body. */
        String body() {
            return ascii(94, length() - 88);
        }

        int length() {
            return Integer.parseInt(ascii(0, 6));
        }

        String ascii(int from, int count) {
            return new String(bytes, from, count, StandardCharsets.US_ASCII);
        }
    }
}
