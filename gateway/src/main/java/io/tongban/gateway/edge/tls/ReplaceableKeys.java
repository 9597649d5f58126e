package io.tongban.gateway.edge.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the key that is current when a handshake begins. The one before stays, for handshakes that have begun with it:
 * JSSE asks for alias, key and certificate one after the other.
 */
final class ReplaceableKeys extends X509ExtendedKeyManager {
    private final Map<String, ServerKey> keys = new ConcurrentHashMap<>();
    private volatile int current;

    synchronized void use(ServerKey key) {
        keys.put(alias(current + 1), key);
        keys.remove(alias(current - 1));
        current++;
    }

    private static String alias(int number) {
        return "server-" + number;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        String alias = alias(current);
        ServerKey key = keys.get(alias);
        return key != null && key.key().getAlgorithm().equals(keyType) ? alias : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        ServerKey key = keys.get(alias);
        return key == null ? null : key.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        ServerKey key = keys.get(alias);
        return key == null ? null : key.key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    /** The gateway's server is nobody's client. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
