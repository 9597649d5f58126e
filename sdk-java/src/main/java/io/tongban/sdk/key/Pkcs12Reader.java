package io.tongban.sdk.key;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** Reads a private key out of a PKCS#12 store. */
final class Pkcs12Reader {
    private Pkcs12Reader() {}

    static PartnerKey read(InputStream store, char[] password, String alias, String keyId) {
        @Nullable Key key;
        try {
            KeyStore entries = KeyStore.getInstance("PKCS12");
            entries.load(store, password);
            key = entries.getKey(alias, password);
        } catch (IOException | GeneralSecurityException closed) {
            throw new IllegalArgumentException("The PKCS#12 store cannot be opened; is the password right?");
        }
        if (key instanceof PrivateKey privateKey) {
            return JcaPartnerKey.of(keyId, privateKey);
        }
        throw new IllegalArgumentException("The PKCS#12 store has no private key under this alias");
    }
}
