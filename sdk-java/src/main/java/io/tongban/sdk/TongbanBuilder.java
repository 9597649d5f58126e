package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.internal.access.ClientAssertion;
import io.tongban.sdk.internal.access.KeySource;
import io.tongban.sdk.internal.access.TokenSource;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.ClientConfig;
import io.tongban.sdk.internal.retry.Sleeper;
import io.tongban.sdk.internal.retry.TimedSleeper;
import io.tongban.sdk.internal.tls.PemTrust;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.JdkTransport;
import io.tongban.sdk.transport.ProxySettings;
import io.tongban.sdk.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a client needs: base URL, issuer, client id and private key; the rest has defaults. Wrong values are
 * told here, by an {@link IllegalArgumentException}. Not thread-safe; may build several clients.
 */
public final class TongbanBuilder {
    private @Nullable URI baseUrl;
    private @Nullable URI issuer;
    private @Nullable URI tokenEndpoint;
    private @Nullable String clientId;
    private @Nullable PartnerKey key;
    private Clock clock = Clock.systemUTC();
    private @Nullable Transport transport;
    private @Nullable ProxySettings proxy;
    private @Nullable SSLContext sslContext;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration requestTimeout = Duration.ofSeconds(15);
    private RetryBudget retryBudget = RetryBudget.standard();
    private Set<String> scopes = Set.of();
    private @Nullable Sleeper sleeper;
    private @Nullable Consumer<CallInfo> listener;
    private boolean plainHttp;
    private @Nullable String scenario;

    TongbanBuilder() {}

    /** Of the gateway, exactly as the gateway is configured with: it is signed. */
    public TongbanBuilder baseUrl(URI url) {
        this.baseUrl = Given.value(url, "baseUrl");
        return this;
    }

    /** The realm, such as {@code https://id.example/realms/tongban}: audience of the client's assertions. */
    public TongbanBuilder issuer(URI url) {
        this.issuer = Given.value(url, "issuer");
        return this;
    }

    /** If it is not the issuer's {@code /protocol/openid-connect/token}. */
    public TongbanBuilder tokenEndpoint(URI url) {
        this.tokenEndpoint = Given.value(url, "tokenEndpoint");
        return this;
    }

    public TongbanBuilder clientId(String id) {
        this.clientId = Given.value(id, "clientId");
        return this;
    }

    /** A private JWK with its {@code kid}. */
    public TongbanBuilder privateKeyJwk(String json) {
        return privateKey(PartnerKey.ofJwk(json));
    }

    /** A PKCS#8 PEM, and the id by which the key is registered. */
    public TongbanBuilder privateKeyPem(String keyId, String pem) {
        return privateKey(PartnerKey.ofPem(keyId, pem));
    }

    /** A PKCS#12 store whose alias is the id by which the key is registered. */
    public TongbanBuilder privateKeyPkcs12(Path store, char[] password, String alias) {
        char[] secret = Given.value(password, "password");
        String keyId = Given.value(alias, "alias");
        try (InputStream in = Files.newInputStream(Given.value(store, "store"))) {
            return privateKey(PartnerKey.ofPkcs12(in, secret, keyId, keyId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The PKCS#12 store cannot be read", unreadable);
        }
    }

    /** A key from elsewhere, such as a stream or hardware. */
    public TongbanBuilder privateKey(PartnerKey partnerKey) {
        this.key = Given.value(partnerKey, "privateKey");
        return this;
    }

    /**
     * What the tokens shall be good for, such as {@code contributions:read}; see {@link io.tongban.api.Scopes}. Without
     * it they are good for all that the realm lets this client do. Ask for what this program needs and no more: a token
     * that is lost is then good for no more either.
     */
    public TongbanBuilder scopes(String... names) {
        Set<String> asked = new LinkedHashSet<>();
        for (String name : Given.value(names, "scopes")) {
            if (name == null || !name.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}")) {
                throw new IllegalArgumentException("A scope is a word of printable ASCII characters");
            }
            asked.add(name);
        }
        this.scopes = asked;
        return this;
    }

    public TongbanBuilder clock(Clock clock) {
        this.clock = Given.value(clock, "clock");
        return this;
    }

    /** In place of java.net.http; proxy, TLS and connect time-out are then its own affair. */
    public TongbanBuilder transport(Transport transport) {
        this.transport = Given.value(transport, "transport");
        return this;
    }

    /** Without it, the JVM's own proxy configuration holds. */
    public TongbanBuilder proxy(String host, int port) {
        this.proxy = ProxySettings.of(host, port);
        return this;
    }

    /** A proxy with Basic credentials; they work for https whatever flags the JVM was started with. */
    public TongbanBuilder proxy(String host, int port, String user, char[] password) {
        this.proxy = ProxySettings.of(host, port, user, password);
        return this;
    }

    /**
     * A PEM file with the certificates of the authorities that issued the gateway's and the realm's, as a bank's own does;
     * these alone are trusted then, and not the JVM's trust store.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public TongbanBuilder trust(Path pemFile) {
        return sslContext(PemTrust.of(Given.value(pemFile, "pemFile")));
    }

    /** For TLS in a way of your own, such as with a client certificate. */
    public TongbanBuilder sslContext(SSLContext context) {
        this.sslContext = Given.value(context, "sslContext");
        return this;
    }

    /** 5 s unless told otherwise. */
    public TongbanBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = Endpoints.positive(timeout);
        return this;
    }

    /** Of one try, from connecting to the last octet; 15 s unless told otherwise. */
    public TongbanBuilder requestTimeout(Duration timeout) {
        this.requestTimeout = Endpoints.positive(timeout);
        return this;
    }

    public TongbanBuilder retryBudget(RetryBudget budget) {
        this.retryBudget = Given.value(budget, "retryBudget");
        return this;
    }

    /** Allows {@code http} to other hosts than this one: for a sandbox on a machine near by, never for real workers. */
    public TongbanBuilder allowPlainHttp() {
        this.plainHttp = true;
        return this;
    }

    /**
     * Told of each answer that brought a result: which call it was, and in {@link CallInfo#answer()} status, headers and
     * body as they came, verified, for support; what brought none is told by its exception. On the thread that reads
     * answers, so be quick; what it throws is logged and no part of the call. Bodies hold masked personal data: keep them
     * out of logs.
     */
    public TongbanBuilder onAnswer(Consumer<CallInfo> told) {
        this.listener = Given.value(told, "listener");
        return this;
    }

    /**
     * Has each call meet what a scenario of the sandbox's catalogue ({@code /v1/scenarios}) says, such as
     * {@code unavailable-then-ok}: for tests of your own program. A gateway in production refuses it.
     */
    public TongbanBuilder scenario(String name) {
        if (!Given.value(name, "scenario").matches("[a-z]{1,20}(-[a-z]{1,20}){0,5}")) {
            throw new IllegalArgumentException("A scenario is named by lower-case words with dashes");
        }
        this.scenario = name;
        return this;
    }

    /** For tests, in which no time passes. */
    TongbanBuilder sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /** Makes no network call. */
    public Tongban build() {
        PartnerKey chosen = Endpoints.given(key, "privateKey");
        String id = Endpoints.given(clientId, "clientId");
        Endpoints endpoints = Endpoints.of(
                Endpoints.given(baseUrl, "baseUrl"), Endpoints.given(issuer, "issuer"), tokenEndpoint, plainHttp);
        Transport wire = transport == null ? JdkTransport.of(connectTimeout, proxy, sslContext) : transport;
        ClientAssertion assertion = new ClientAssertion(endpoints.issuer().toString(), id, chosen, clock);
        TokenSource tokens =
                new TokenSource(wire, endpoints.token(), assertion, Set.copyOf(scopes), clock, requestTimeout);
        KeySource keys = new KeySource(wire, endpoints.keys(), clock, requestTimeout);
        ClientConfig config = new ClientConfig(
                endpoints.base(),
                id,
                chosen,
                clock,
                wire,
                tokens,
                keys,
                requestTimeout,
                retryBudget,
                pausing(),
                listener,
                scenario);
        return new Tongban(new Caller(config), keys, "Tongban[" + id + " at " + endpoints.base() + "]");
    }

    /** A clock that lets time pass by itself, as a fake's does, is not waited for. */
    private Sleeper pausing() {
        if (sleeper != null) {
            return sleeper;
        }
        return clock instanceof Sleeper own ? own : new TimedSleeper();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TongbanBuilder[" + clientId + "]";
    }
}
