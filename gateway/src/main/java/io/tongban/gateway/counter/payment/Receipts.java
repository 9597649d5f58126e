package io.tongban.gateway.counter.payment;

import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.counter.point.ServicePoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Payments by the codes on their receipts. */
@ApplicationScoped
public class Receipts {
    private final PaymentService payments;
    private final ServicePoints points;
    private final Jdbi jdbi;

    @Inject
    public Receipts(PaymentService payments, ServicePoints points, Jdbi jdbi) {
        this.payments = payments;
        this.points = points;
        this.jdbi = jdbi;
    }

    /** @param typed the code as somebody typed it; what cannot be one is looked up nowhere */
    public Optional<Payment> find(String typed) {
        return ReceiptCode.read(typed)
                .flatMap(code -> jdbi.withHandle(handle ->
                        PaymentStore.ofReceipt(handle, code).map(payment -> payments.whole(handle, payment))));
    }

    /** What the place is called where it was paid. */
    public String placeOf(Payment payment) {
        return points.find(payment.clientId(), payment.point()).map(Point::name).orElse(payment.point());
    }
}
