package io.tongban.sdk.internal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which SDK this is, as support wants to know it. */
public final class Version {
    /** RFC 9110, section 10.1.5: product and version, and the runtime as a comment. */
    public static final String USER_AGENT =
            "tongban-sdk-java/" + number() + " (java " + Runtime.version().feature() + ")";

    private Version() {}

    private static String number() {
        try (InputStream in = Version.class.getResourceAsStream("/io/tongban/sdk/version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
