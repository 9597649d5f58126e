package io.tongban.province.dialect.queue;

import io.tongban.province.dialect.AddedJars;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import jakarta.jms.ConnectionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The connection factory of any JMS provider: a class of the provider's own client, made and set up by its properties as
 * a JavaBean. What it takes for an address, a time-out or a trust store only its maker knows, so the profile says it.
 */
final class ProviderFactory {
    private static final String FACTORY = "factory";
    private static final String SETTINGS = "factory-settings";
    private static final String CLASS = "([A-Za-z_$][A-Za-z0-9_$]*\\.)+[A-Za-z_$][A-Za-z0-9_$]*";
    private static final String SETTING = "[a-zA-Z][A-Za-z0-9]*=[^\\s]*";

    static final List<Option> OPTIONS = List.of(
            Option.usually(FACTORY, "", CLASS, "the class of a jakarta.jms.ConnectionFactory"),
            Option.usually(
                            SETTINGS,
                            "",
                            SETTING + "(\\s+" + SETTING + ")*",
                            "its properties, such as name=value name=value")
                    .where(FACTORY, ".+"));

    /** Within an address, also one in a list of addresses. */
    private static final Pattern CLEAR = Pattern.compile("\\b(tcp|nio|auto|amqp|ws)://", Pattern.CASE_INSENSITIVE);

    private static final String TRUST_STORE = "{trust-store}";
    private static final String TRUST_STORE_PASSWORD = "{trust-store-password}";
    private static final String CONTEXT = "{tls}";
    private static final String SOCKETS = "{tls-sockets}";
    private static final List<String> OF_TLS = List.of(TRUST_STORE, CONTEXT, SOCKETS);
    /** It holds certificates alone, which are no secret; a store must have one. */
    private static final String NO_SECRET = "changeit";

    private final ProvinceProfile profile;
    private final ConnectionFactory factory;
    private @Nullable Path trustStore;

    /** @throws IllegalArgumentException if there is no such class, or it has not what it is to be set */
    ProviderFactory(ProvinceProfile profile, AddedJars jars) {
        this.profile = profile;
        String name = profile.options().text(FACTORY);
        this.factory = made(jars.find(
                name,
                ConnectionFactory.class,
                profile.file(),
                "\"" + FACTORY + "\" needs the class " + name
                        + " of a JMS provider, which is not there, or no jakarta.jms.ConnectionFactory; put the jars of"
                        + " its client"));
        Map<String, String> settings = settings();
        boolean protects =
                settings.values().stream().anyMatch(value -> OF_TLS.stream().anyMatch(value::contains));
        if (profile.overTls() != protects) {
            throw wrong(
                    protects
                            ? "has a setting for TLS, and the endpoint is tcp://; write tls://"
                            : "has no setting for TLS, and the endpoint is tls://; write one of " + OF_TLS);
        }
        if (protects) {
            settings.forEach(this::refuseClear);
        }
        settings.forEach(this::set);
    }

    /** A client may take what it is set of TLS and go to such an address without it. */
    private void refuseClear(String property, String value) {
        Matcher clear = CLEAR.matcher(value);
        if (clear.find()) {
            throw wrong("has " + clear.group() + " in \"" + property
                    + "\", which is clear text, and the endpoint is tls://; write the client's address for TLS");
        }
    }

    static boolean isNamed(ProvinceProfile profile) {
        return !profile.options().text(FACTORY).isEmpty();
    }

    ConnectionFactory factory() {
        return factory;
    }

    private ConnectionFactory made(Class<? extends ConnectionFactory> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(
                    profile.file() + ": the class of \"" + FACTORY
                            + "\" cannot be made; name one with a constructor without parameters, and put all jars of"
                            + " its client there",
                    e);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String each : profile.options().text(SETTINGS).strip().split("\\s+", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0 && settings.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
                throw wrong("says \"" + each.substring(0, equals) + "\" twice");
            }
        }
        return settings;
    }

    private void set(String property, String value) {
        String setter = "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        List<Method> setters = Arrays.stream(factory.getClass().getMethods())
                .filter(method -> method.getName().equals(setter) && method.getParameterCount() == 1)
                .toList();
        for (Method method : setters) {
            Object argument = argument(method.getParameterTypes()[0], value);
            if (argument != null) {
                call(method, argument, property);
                return;
            }
        }
        throw wrong("has \"" + property + "\", which the class has not, or not as a text, a number, yes or no, or TLS");
    }

    private void call(Method setter, Object argument, String property) {
        try {
            setter.invoke(factory, argument);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalArgumentException(
                    profile.file() + ": \"" + SETTINGS + "\" has \"" + property + "\", which the class refuses", e);
        }
    }

    /** Absent if the parameter is of a type that no text can be. */
    private @Nullable Object argument(Class<?> type, String value) {
        if (value.equals(CONTEXT) || value.equals(SOCKETS)) {
            SSLContext context = Tls.of(profile).orElseThrow();
            Object offered = value.equals(CONTEXT) ? context : context.getSocketFactory();
            return type.isInstance(offered) ? offered : null;
        }
        try {
            return switch (type.getName()) {
                case "java.lang.String" -> filled(value);
                case "int", "java.lang.Integer" -> Integer.valueOf(filled(value));
                case "long", "java.lang.Long" -> Long.valueOf(filled(value));
                case "boolean", "java.lang.Boolean" -> Boolean.valueOf(filled(value));
                default -> null;
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String filled(String value) {
        String filled = value.replace("{host}", profile.endpoint().getHost())
                .replace("{port}", Integer.toString(profile.endpoint().getPort()))
                .replace(TRUST_STORE_PASSWORD, NO_SECRET);
        return filled.contains(TRUST_STORE)
                ? filled.replace(TRUST_STORE, trustStore().toString())
                : filled;
    }

    /** The profile's authorities as a file that any client can read. */
    private Path trustStore() {
        if (trustStore != null) {
            return trustStore;
        }
        if (profile.trust().isEmpty()) {
            throw wrong("has " + TRUST_STORE + ", and the profile has no \"trust\"; name the authorities there");
        }
        Path file = Tls.trustStore(profile, NO_SECRET);
        trustStore = file;
        return file;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(profile.file() + ": \"" + SETTINGS + "\" " + what);
    }

    void close() {
        if (trustStore != null) {
            // Its clients have read it, and the JVM removes it at its end otherwise.
            boolean unused = trustStore.toFile().delete();
        }
    }
}
