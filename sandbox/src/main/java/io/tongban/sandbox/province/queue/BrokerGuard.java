package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.SimulatedProvince;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what at the shared broker: a province's operator writes requests, reads replies and puts some aside, all in
 * that province's own queues; the simulators may do anything. Operators of two provinces may have the same name.
 */
final class BrokerGuard implements ActiveMQSecurityManager5 {
    static final String SIMULATORS = "simulators";

    private static final Set<CheckType> READ = Set.of(CheckType.CONSUME, CheckType.BROWSE);

    private final String secret = randomSecret();
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();

    private record Guest(SimulatedProvince province, Queues queues) {
        boolean is(@Nullable String user, @Nullable String password) {
            return province.operator().equals(user) && province.password().equals(password);
        }

        boolean may(CheckType what, String address) {
            return (address.equals(queues.request()) && what == CheckType.SEND)
                    || (address.equals(queues.reply()) && READ.contains(what))
                    || (address.equals(queues.aside()) && (what == CheckType.SEND || READ.contains(what)));
        }
    }

    /** What the simulators themselves sign in with; nobody else can know it. */
    String secret() {
        return secret;
    }

    private static String randomSecret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws IllegalStateException if another province uses one of its queues, or it is in already */
    void admit(SimulatedProvince province) {
        Guest guest = new Guest(province, Queues.of(province));
        if (guests.values().stream().anyMatch(other -> other.queues().meets(guest.queues()))) {
            throw new IllegalStateException("province " + province.code() + " would share a queue with another");
        }
        guests.put(province.code(), guest);
    }

    void dismiss(SimulatedProvince province) {
        guests.remove(province.code());
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, String domain) {
        if (SIMULATORS.equals(user) && secret.equals(password)) {
            return subject(SIMULATORS);
        }
        return guests.values().stream()
                .filter(guest -> guest.is(user, password))
                .findFirst()
                .map(guest -> subject(guest.province().code()))
                .orElse(null);
    }

    private static Subject subject(String name) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        return subject;
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType what, String address) {
        String name = subject == null ? "" : String.valueOf(getUserFromSubject(subject));
        Guest guest = guests.get(name);
        return name.equals(SIMULATORS) || (guest != null && guest.may(what, queueOf(address)));
    }

    /** Of a reader the broker names address and queue; here, both are the same. */
    private static String queueOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        throw new UnsupportedOperationException("the broker asks with a connection");
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType what) {
        throw new UnsupportedOperationException("the broker asks with a connection");
    }
}
