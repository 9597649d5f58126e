package io.tongban.sandbox.chaos;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.TokenClient;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes behind what a load balancer does: in turn, and past one whose health check fails. */
final class TwoNodes implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 250;
    /** At least, and not all at once: as the SDK does it. */
    private static final long RETRY_AFTER_MILLIS = 1_000;

    private static final int TRIES = 90;
    private static final long TOKEN_NANOS = Duration.ofMinutes(2).toNanos();

    private final SandboxStack stack;
    private final String run;
    private final List<NodeDoor> doors;
    private final TokenClient realm;
    private final Map<String, RequestSigner> signers = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(2);

    private record Token(String text, long since) {}

    TwoNodes(SandboxStack stack, String run, List<NodeDoor> doors) {
        this.stack = stack;
        this.run = run;
        this.doors = doors;
        this.realm = new TokenClient(stack.tokenEndpoint(), stack.keycloak().issuer("tongban"));
        for (NodeDoor door : doors) {
            looks.scheduleWithFixedDelay(() -> look(door), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void look(NodeDoor door) {
        try {
            door.lookWhetherReady();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on under one key until somebody accepts it. */
    void withhold(PaidMonth month) throws Exception {
        Insured insured = month.insured();
        String reference = month.reference(run);
        String body = """
                {"partnerReference":"%s","workerId":"%s","mandateId":"%s","insurance":"AAE140:%s",
                 "period":"%s","baseFen":%d,"amountFen":%d}""".formatted(
                        reference,
                        requireNonNull(insured.workerId),
                        requireNonNull(insured.mandateId),
                        month.kind(),
                        month.period(),
                        month.baseFen(),
                        month.amountFen());
        String client = insured.platform.clientId();
        RequestSigner signer = signers.computeIfAbsent(
                client, id -> new RequestSigner(Signer.of(stack.partnerKey(id)), Clock.systemUTC()));
        for (int tries = 1; tries <= TRIES; tries++) {
            Attempt attempt = next().post(signer, token(client), "/v1/withholdings", body, reference);
            attempts.add(attempt);
            if (attempt.isAccepted()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(
                    ThreadLocalRandom.current().nextLong(RETRY_AFTER_MILLIS, 2 * RETRY_AFTER_MILLIS));
        }
        throw new IllegalStateException(reference + " was not accepted in " + TRIES + " tries");
    }

    private NodeDoor next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < doors.size(); i++) {
            NodeDoor door = doors.get(Math.floorMod(first + i, doors.size()));
            if (door.isReady()) {
                return door;
            }
        }
        return doors.get(Math.floorMod(first, doors.size()));
    }

    private String token(String client) {
        long now = System.nanoTime();
        return tokens.compute(
                        client,
                        (id, kept) -> kept != null && now - kept.since < TOKEN_NANOS ? kept : new Token(fresh(id), now))
                .text;
    }

    private String fresh(String client) {
        ECKey key = stack.partnerKey(client).toECKey();
        try {
            return TokenClient.accessToken(realm.withPrivateKey(client, key)).serialize();
        } catch (Exception e) {
            throw new IllegalStateException("no token for " + client, e);
        }
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
