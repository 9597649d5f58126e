package io.tongban.sandbox.province;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a call is dealt with: latency, the work, and the faults that do not depend on bytes, in the order in which they
 * strike. A dialect only translates before and after. Never throws.
 */
public final class RequestProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(RequestProcessor.class);

    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause;
    private final DayBook days;
    private final Map<String, Integer> inHand = new ConcurrentHashMap<>();

    public RequestProcessor(Ledger ledger, Faults faults, Pause pause) {
        this.ledger = ledger;
        this.faults = faults;
        this.pause = pause;
        this.days = new DayBook(ledger, faults);
    }

    public Delivery register(String serial, RegisterOrder order) {
        return serve(Transaction.REGISTER, serial, () -> ledger.register(serial, order));
    }

    public Delivery withhold(String serial, WithholdOrder order) {
        return serve(
                Transaction.WITHHOLD,
                serial,
                () -> faults.scenarios().isOrdered(Scenario.REFUSED_PERSON_UNKNOWN, serial)
                        ? ledger.refuse(serial, Transaction.WITHHOLD, Refusal.PERSON_UNKNOWN)
                        : ledger.withhold(serial, order));
    }

    public Delivery change(String serial, InsuranceOrder order) {
        return serve(order.change(), serial, () -> ledger.change(serial, order));
    }

    public Delivery correct(String serial, CorrectionOrder order) {
        return serve(Transaction.CORRECT, serial, () -> ledger.correct(serial, order));
    }

    /** Says "in process" of a call that is still being processed: "not found" would be a lie a moment later. */
    public Delivery inquire(String serial, String about, @Nullable Transaction transaction) {
        return serve(
                Transaction.INQUIRE,
                serial,
                () -> inHand.containsKey(about) || faults.scenarios().isInProcess(about, ledger.now())
                        ? new Answer.InProcess()
                        : ledger.inquire(about, transaction));
    }

    /** @param about serial of the withholding that is to be taken back */
    public Delivery reverse(String serial, String about) {
        return serve(Transaction.REVERSE, serial, () -> ledger.reverse(about));
    }

    public Delivery status(String serial, String personNumber, String citizenNumber) {
        return serve(Transaction.STATUS, serial, () -> ledger.status(personNumber, citizenNumber));
    }

    public Delivery dayTotals(String serial, LocalDate day) {
        return serve(Transaction.DAY_TOTALS, serial, () -> days.totals(day));
    }

    /** @param page from 1 on */
    public Delivery dayItems(String serial, LocalDate day, int page) {
        return serve(Transaction.DAY_ITEMS, serial, () -> days.items(day, page));
    }

    /** Serves what a dialect answers by itself, such as a sign-in, under the same faults. */
    public Delivery serve(Transaction transaction, String serial, Supplier<Answer> work) {
        inHand.merge(serial, 1, Integer::sum);
        try {
            pause.of(faults.drawLatency());
            if (pause.isClosing()
                    || faults.scenarios().strikes(Scenario.PROVINCE_CLOSED, serial)
                    || faults.fires(Fault.CONNECTION_CUT_BEFORE_COMMIT, transaction)) {
                return new Delivery.Cut();
            }
            return afterwards(transaction, serial, work.get());
        } catch (RuntimeException e) {
            LOG.warn("{} failed: {}", transaction, e.getClass().getSimpleName());
            return new Delivery.Say(new Answer.SystemError());
        } finally {
            inHand.computeIfPresent(serial, (same, calls) -> calls == 1 ? null : calls - 1);
        }
    }

    private Delivery afterwards(Transaction transaction, String serial, Answer answer) {
        if (faults.scenarios().strikes(Scenario.LOST_REPLY, serial)) {
            return new Delivery.Cut();
        }
        if (answer.isSuccess() && faults.scenarios().isInProcess(serial, ledger.now())) {
            return new Delivery.Say(new Answer.InProcess());
        }
        if (faults.fires(Fault.NO_REPLY_AFTER_COMMIT, transaction)) {
            return new Delivery.Silence();
        }
        if (faults.fires(Fault.CONNECTION_CUT_AFTER_COMMIT, transaction)) {
            return new Delivery.Cut();
        }
        if (answer.isSuccess() && faults.fires(Fault.ERROR_INSIDE_SUCCESS, transaction)) {
            return new Delivery.Say(new Answer.SystemError());
        }
        if (answer.isSuccess() && faults.fires(Fault.IN_PROCESS, transaction)) {
            return new Delivery.Say(new Answer.InProcess());
        }
        return new Delivery.Say(answer);
    }
}
