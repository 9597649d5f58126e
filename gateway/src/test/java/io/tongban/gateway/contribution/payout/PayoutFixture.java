package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.InsuranceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A platform's enrolled worker with a mandate for payouts in province 44; November's cut-off is the next one. */
record PayoutFixture(House house, String clientId, String workerId, String mandateId) {
    static final long BASE_FEN = 551_000;
    static final long DUE_FEN = 110_200;
    static final LocalDate PAID_ON = LocalDate.of(2026, 11, 20);

    /** The n-th person. */
    static PayoutFixture of(House house, String clientId, int n, int sharePercent, int payoutPercent) {
        return of(house, clientId, n, 200_000, new PayoutTerms(BASE_FEN, sharePercent, payoutPercent, false));
    }

    static PayoutFixture of(House house, String clientId, int n, long capFen, PayoutTerms terms) {
        return of(house, clientId, n, "44", ScriptedProvinces.PENSION, capFen, terms);
    }

    /** Of any one insurance at any province, which must be open. */
    static PayoutFixture of(
            House house,
            String clientId,
            int n,
            String province,
            InsuranceKind insurance,
            long capFen,
            PayoutTerms terms) {
        house.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO partner (client_id, name, kind, credit_code, state, jwks, created_at, updated_at)
                VALUES (?, 'a platform', 'PLATFORM', ?, 'ACTIVE', '{}', now(), now()) ON CONFLICT DO NOTHING
                """, clientId, creditCode(clientId)));
        String workerId = WorkerFixture.enrolled(house, clientId, n, province);
        return new PayoutFixture(
                house,
                clientId,
                workerId,
                MandateFixture.forPayouts(house, clientId, workerId, province, insurance, capFen, terms));
    }

    static String creditCode(String clientId) {
        return clientId.equals(House.MEITU) ? House.CREDIT_CODE : "91440300708461136T";
    }

    /** The same worker with one more mandate. */
    PayoutFixture also(PayoutTerms terms) {
        return new PayoutFixture(
                house, clientId, workerId, MandateFixture.forPayouts(house, clientId, workerId, 200_000, terms));
    }

    PayoutRequest request(String reference, long earnedFen) {
        return new PayoutRequest(reference, workerId, mandateId, PAID_ON, earnedFen);
    }

    PayoutRecord report(String reference, long earnedFen) {
        return report(List.of(request(reference, earnedFen))).get(0);
    }

    List<PayoutRecord> report(List<PayoutRequest> requests) {
        return house.inTransaction(handle -> {
            Inserts rows = new Inserts();
            List<PayoutRecord> payouts = house.get(PayoutService.class)
                    .report(handle, rows, new Reporter(House.program(clientId), creditCode(clientId)), requests);
            rows.execute(handle);
            return payouts;
        });
    }

    PayoutRecord read(PayoutRecord payout) {
        return house.jdbi.withHandle(handle -> house.get(PayoutQueries.class).read(handle, clientId, payout.id()));
    }

    /** State of each part, with why it goes back. */
    List<String> states(PayoutRecord... payouts) {
        List<String> states = new ArrayList<>();
        for (PayoutRecord payout : payouts) {
            Part part = read(payout).parts().get(0);
            var reason = part.reason();
            states.add(part.state() + (reason == null ? "" : " " + reason.code()));
        }
        return states;
    }

    static long collected(House house, String state) {
        return house.count(
                "withholding WHERE client_id = '" + CollectedWithholdings.CLIENT + "' AND state = '" + state + "'");
    }
}
