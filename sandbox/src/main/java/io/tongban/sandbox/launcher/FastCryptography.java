package io.tongban.sandbox.launcher;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Amazon Corretto's provider before the JDK's, which takes over where it does not ship. All platforms of a sandbox sign
 * and verify on one machine, beside the gateway: with the JDK's P-256 they would use most of it.
 */
final class FastCryptography {
    private static final Logger LOG = LoggerFactory.getLogger(FastCryptography.class);

    private FastCryptography() {}

    static void install() {
        try {
            AmazonCorrettoCryptoProvider.install();
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
        } catch (Throwable unavailable) { // an Error, too: the native library may not load
            Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
            LOG.info("the JDK signs, as the Corretto provider is not available here: {}", unavailable.toString());
        }
    }
}
