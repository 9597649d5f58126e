package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;

/** Brings a worker so far that a month can be withheld. */
final class Insuring {
    static final long CAP_FEN = 200_000;
    /** 20 % of a base that both provinces take. */
    static final long AMOUNT_FEN = 110_200;

    private final TestSandbox sandbox;

    Insuring(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    Insured insured(ByHand partner, String province) {
        int n = People.next();
        return insured(partner, province, n);
    }

    Insured insured(ByHand partner, String province, int n) {
        String worker = enrolled(partner, province, n);
        JsonNode mandate =
                sandbox.accepted(partner.post("/v1/mandates", People.mandate(worker, province, CAP_FEN)), 201);
        return new Insured(n, worker, mandate.get("id").asText(), province);
    }

    String enrolled(ByHand partner, String province, int n) {
        String worker = sandbox.accepted(partner.post("/v1/workers", People.registration(n, province)), 201)
                .get("id")
                .asText();
        sandbox.await(
                partner,
                "/v1/workers/" + worker,
                read -> read.at("/enrolments/0/state").asText().equals("ENROLLED"));
        return worker;
    }

    JsonNode settled(ByHand partner, String withholdingId) {
        return sandbox.await(
                partner,
                "/v1/withholdings/" + withholdingId,
                read -> !read.path("settledAt").isMissingNode()
                        && !read.path("settledAt").isNull());
    }
}
