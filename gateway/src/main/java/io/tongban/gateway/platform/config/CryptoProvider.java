package io.tongban.gateway.platform.config;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.jboss.logging.Logger;

/** The fast cryptography: Amazon Corretto's provider stands before the JDK's, which takes over where it does not ship. */
public final class CryptoProvider {
    private static final Logger LOG = Logger.getLogger(CryptoProvider.class);

    private CryptoProvider() {}

    /** To be called before anything signs or verifies. */
    public static void install() {
        try {
            AmazonCorrettoCryptoProvider.install();
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
        } catch (Throwable unavailable) { // an Error, too: the native library may not load
            Security.removeProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
            LOG.warnf("The Corretto provider is not available here, the JDK's signs: %s", unavailable.toString());
        }
    }

    /** Name of the provider that signs ECDSA now. */
    public static String inForce() {
        return Security.getProviders("Signature.SHA256withECDSA")[0].getName();
    }
}
