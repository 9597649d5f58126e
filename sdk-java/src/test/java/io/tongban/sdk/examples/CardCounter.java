package io.tongban.sdk.examples;

import io.tongban.api.counter.Purpose;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.PaymentDue;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.card.CardBasicData;
import io.tongban.sdk.card.CardFault;
import io.tongban.sdk.card.CardReader;
import io.tongban.sdk.card.CardReaderException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * A bank's counter with a card reader: reads the card, has the worker type the PIN, registers the worker, and takes what is
 * due. No number is copied by hand, and none is shown.
 */
final class CardCounter {
    private static final Duration TO_READ = Duration.ofSeconds(10);
    private static final Duration TO_TYPE = Duration.ofMinutes(1);

    private final Tongban bank;
    private final CardReader reader;
    private final String point;
    private final String operator;

    CardCounter(Tongban bank, CardReader reader, String point, String operator) {
        this.bank = bank;
        this.reader = reader;
        this.point = point;
        this.operator = operator;
    }

    /** What the teller asks the worker, and what the bank calls this visit. */
    record Visit(String session, String mobile, String province, String consentReference, Instant signedAt) {}

    /** Who was served, and under which mandate a month can be paid. */
    record Served(CardBasicData card, Worker worker, Mandate mandate) {}

    /** @throws CardReaderException see {@link #whatToSay} */
    Served register(Visit visit) {
        CardBasicData card = reader.readBasicData(TO_READ);
        reader.verifyPin(card, TO_TYPE); // at the reader: this program never has it

        Tongban registering = bank.at(card.atCounter(point, operator, visit.session(), Purpose.REGISTER));
        Worker worker = registering
                .workers()
                .register(
                        card.registration() // citizen number and name are there already
                                .partnerReference("worker-" + visit.session())
                                .mobile(visit.mobile())
                                .province(visit.province())
                                .place(InsuredPlace.WORK_PLACE)
                                .consentReference(visit.consentReference())
                                .build());
        registering.workers().awaitEnrolled(worker.id(), Duration.ofMinutes(1));

        Mandate mandate = bank.at(card.atCounter(point, operator, visit.session(), Purpose.MANDATE))
                .mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-" + visit.session())
                        .workerId(worker.id())
                        .province(visit.province())
                        .insurances(List.of("AAE140:110")) // employees' pension
                        .capFen(200_000L)
                        .validFrom(YearMonth.from(visit.signedAt().atZone(ZoneId.of("Asia/Shanghai"))))
                        .signedAt(visit.signedAt())
                        .agreementReference("agreement-" + visit.session())
                        .payouts(PayoutTerms.builder() // what is paid at counters, too
                                .baseFen(551_000)
                                .sharePercent(100)
                                .payoutPercent(100)
                                .build())
                        .build());
        return new Served(card, worker, mandate);
    }

    /** Takes exactly what is due; the PIN once more, for the card has to be there still, and be the same. */
    CounterPayment pay(Served served, String session, PaymentMeans means) {
        reader.verifyPin(served.card(), TO_TYPE);
        Tongban paying = bank.at(served.card().atCounter(point, operator, session, Purpose.PAY));
        String workerId = served.worker().id();
        PaymentDue due = paying.counterPayments().due(workerId, served.mandate().id());
        return paying.counterPayments()
                .take(CounterPaymentOrder.builder()
                        .partnerReference("till-" + session)
                        .workerId(workerId)
                        .mandateId(served.mandate().id())
                        .amountFen(due.amountFen())
                        .means(means)
                        .build());
    }

    /** Who comes again is found by the card. */
    Worker find(String session) {
        CardBasicData card = reader.readBasicData(TO_READ);
        return bank.at(card.atCounter(point, operator, session, Purpose.STATUS))
                .workers()
                .findByCitizenNumber(card.citizenNumber().orElseThrow());
    }

    /** What the teller's screen says; none of the faults tells whose card it is. */
    static String whatToSay(CardReaderException refused) {
        CardFault fault = refused.fault();
        if (fault instanceof CardFault.NoCard || fault instanceof CardFault.CardRemoved) {
            return "Please insert the card, and leave it in until we are done.";
        } else if (fault instanceof CardFault.PinWrong wrong) {
            return wrong.triesLeft() == null ? "Wrong PIN." : "Wrong PIN; tries left: " + wrong.triesLeft();
        } else if (fault instanceof CardFault.PinNotEntered) {
            return "No PIN was entered.";
        } else if (fault instanceof CardFault.PinBlocked) {
            return "The PIN is blocked; the issuer unblocks it.";
        } else if (fault instanceof CardFault.CardInvalid invalid) {
            return "The card may not be used: " + invalid.defect();
        } else if (fault instanceof CardFault.CardUnreadable) {
            return "The card cannot be read.";
        } else if (fault instanceof CardFault.ReaderGone) {
            return "The reader is not connected.";
        }
        return "The reader did not answer in time; read the card anew.";
    }
}
