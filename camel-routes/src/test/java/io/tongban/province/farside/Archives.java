package io.tongban.province.farside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives as provinces, and others, send them. */
public final class Archives {
    private Archives() {}

    public static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(SftpStub.GB18030));
            }
        }
        return out.toByteArray();
    }

    /** A hundred megabytes in a hundred kilobytes: one line without an end. */
    public static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.rep"));
            byte[] some = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(some);
            }
        }
        return out.toByteArray();
    }
}
