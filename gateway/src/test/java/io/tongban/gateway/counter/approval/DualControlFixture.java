package io.tongban.gateway.counter.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.counter.point.OpeningHours;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.counter.point.Position;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.trust.risk.RiskCheck;
import io.tongban.gateway.trust.risk.RiskFacts;
import io.tongban.gateway.trust.risk.SecondPersonNeeded;
import io.tongban.signature.MessageFields;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSigner;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two banks with people who have keys, and what these sign. */
final class DualControlFixture {
    static final String BANK = "bank";
    static final String OTHER = "other-bank";

    private static final Point TERMINAL = new Point(
            "pnt_1",
            BANK,
            "c1",
            "b1",
            Point.Kind.TERMINAL,
            Point.Level.COUNTY,
            "n",
            "a",
            "440100",
            new Position(23.1, 113.2),
            new OpeningHours("24/7", List.of()),
            Set.of(Point.Service.PAY),
            List.of("zh"),
            Point.State.ACTIVE);

    final House house = new House();
    final Approvals approvals = house.get(Approvals.class);
    private final Map<String, ECKey> keys = new HashMap<>();
    private final RiskCheck risk;

    DualControlFixture(Path folder) {
        try {
            Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                    rules:
                      - {id: two, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1000", verdict: SECOND_PERSON,
                         source: "a decision of the agency", mark: ASSUMED}
                    """);
            risk = new RiskCheck(() -> Optional.of(rules), house.get(Audit.class), house.jdbi, house.clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bank(BANK);
        bank(OTHER);
    }

    private void bank(String clientId) {
        house.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO partner (client_id, name, kind, state, jwks, created_at, updated_at)
                VALUES (?, 'a bank', 'BANK', 'ACTIVE', '{"keys":[]}', now(), now())
                """, clientId));
    }

    /** Somebody with a key whose kid is the staff number in small letters, with the bank before it. */
    void operator(String bank, String number, String role, String state, String points) {
        ECKey key = key(bank + "." + number);
        keys.put(number, key);
        house.jdbi.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO counter_operator VALUES (?, ?, ?, ?, ?, now())", bank, number, role, state, points);
            handle.execute(
                    "INSERT INTO counter_operator_key VALUES (?, ?, ?, ?, ?, now(), NULL)",
                    bank,
                    key.getKeyID(),
                    number,
                    thumbprint(key),
                    key.toPublicJWK().toJSONString());
        });
    }

    static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    OperatorSigner signer(String number, Clock clock) {
        ECKey key = keys.get(number);
        return new OperatorSigner(Signer.of(key == null ? key(number) : key), clock);
    }

    /** A payment as a maker asks for it. */
    record Asked(String maker, String reference, String worker, byte[] body) {
        Asked(String maker, String reference, String worker) {
            this(maker, reference, worker, ("{\"partnerReference\":\"" + reference + "\"}").getBytes(UTF_8));
        }

        private Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("content-type", "application/json");
            fields.put("idempotency-key", "key-of-" + reference);
            fields.put(
                    "counter-context",
                    "point=\"c1\", operator=\"" + maker + "\", session=\"v\", purpose=pay, identified=card-read");
            return fields;
        }

        OperatorContent content() {
            return OperatorContent.of(message(fields()), body);
        }

        RequestMessage with(OperatorSignature... signatures) {
            Map<String, String> fields = new LinkedHashMap<>(fields());
            fields.put("content-digest", content().contentDigest());
            for (OperatorSignature each : signatures) {
                fields = each.beside(fields);
            }
            return message(fields);
        }

        private static RequestMessage message(Map<String, String> fields) {
            return new RequestMessage(
                    "POST",
                    "https://gateway.example/v1/counter-payments",
                    MessageFields.builder().addAll(fields).build());
        }
    }

    Visit visit(String bank, String maker) {
        return new Visit(new Principal.Operator(bank, maker), TERMINAL, "v", Point.Service.PAY, "CARD_READ");
    }

    /** As the rule says it of this payment. */
    SecondPersonNeeded needed(Asked asked) {
        RiskFacts facts = new RiskFacts(
                RiskCheck.PAYMENT,
                BANK,
                asked.reference(),
                asked.maker(),
                "c1",
                asked.worker(),
                "mdt_1",
                640_000,
                house.clock.instant().atZone(ClockConfig.ZONE));
        try {
            var unused = house.inTransaction(handle -> risk.require(handle, facts, false));
            throw new AssertionError("the rule does not ask for a second person");
        } catch (SecondPersonNeeded needed) {
            return needed;
        }
    }

    OperatorSignature made(Asked asked) {
        return signer(asked.maker(), house.clock).make(asked.content());
    }

    Approval open(Asked asked, OperatorSignature maker) {
        SecondPersonNeeded needed = needed(asked);
        return house.inTransaction(
                handle -> approvals.open(handle, visit(BANK, asked.maker()), needed, asked.with(maker), asked.body()));
    }

    Approval.Signed confirm(Asked asked, OperatorSignature maker, OperatorSignature checker) {
        return house.inTransaction(handle -> approvals.confirm(
                handle, visit(BANK, asked.maker()), asked.with(maker, checker), asked.body(), "cpm_1"));
    }
}
