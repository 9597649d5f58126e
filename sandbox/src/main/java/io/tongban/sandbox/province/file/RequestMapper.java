package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works files off, one after the other: takes each name once, and answers later. */
final class RequestMapper {
    /** How often a row is looked at again that could not be answered for certain. */
    private static final int MOST_REPLIES = 20;

    private final ExchangeFolder folder;
    private final DialectSettings dialectSettings;
    private final RequestFile requests;
    private final RequestProcessor processor;
    private final Faults faults;
    private final Pause pause;
    private final Agenda agenda;
    private final ReplyPress press;
    private final Reversals reversals;
    private final Set<String> taken = new HashSet<>();

    RequestMapper(
            ExchangeFolder folder,
            DialectSettings dialectSettings,
            Ledger ledger,
            Faults faults,
            Pause pause,
            Clock clock) {
        this.folder = folder;
        this.dialectSettings = dialectSettings;
        this.requests = new RequestFile(dialectSettings.format());
        this.processor = new RequestProcessor(ledger, faults, pause);
        this.faults = faults;
        this.pause = pause;
        this.agenda = new Agenda(clock);
        this.press = new ReplyPress(folder, dialectSettings, faults, agenda);
        this.reversals = new Reversals(ledger, press);
    }

    /** Takes what is new and does what is due; says whether there was anything, or will be soon. */
    boolean round() throws IOException {
        boolean busy = false;
        for (String name : folder.marked()) {
            if (!taken.contains(name) && Files.exists(folder.request(name))) {
                taken.add(name);
                take(name);
                busy = true;
            }
        }
        return agenda.work() || busy;
    }

    private void take(String name) throws IOException {
        Optional<FileKind> kind = dialectSettings.kind(name);
        if (kind.isEmpty()) {
            return;
        }
        try {
            List<RowOrder> orders =
                    RowOrder.of(kind.get(), requests.rows(folder.request(name), kind.get()), dialectSettings.codes());
            boolean half = faults.fires(Fault.HALF_A_BATCH, kind.get().transaction());
            answer(name, 1, kind.get(), half ? orders.subList(0, orders.size() / 2) : orders);
        } catch (RefusedFileException why) {
            agenda.in(dialectSettings.replyAfter(), () -> press.refuse(name, why));
        }
    }

    /**
     * A row without an answer is left out of the first reply, as if it had not been taken: sent again, it gets the answer
     * that it should have got. One that was answered "in process" is looked at until it can be answered for good.
     */
    private void answer(String name, int number, FileKind kind, List<RowOrder> orders) {
        List<ReplyText.Row> rows = new ArrayList<>();
        List<RowOrder> open = new ArrayList<>();
        for (RowOrder order : orders) {
            if (pause.isClosing()) {
                return;
            }
            if (order.work().apply(processor) instanceof Delivery.Say say) {
                rows.add(new ReplyText.Row(order.serial(), say.answer()));
                if (!isFinal(say.answer())) {
                    open.add(order);
                }
            } else if (number > 1) {
                open.add(order);
            }
        }
        takeBackSomeOf(kind, rows);
        String reply = number == 1 ? name : name + "." + number;
        agenda.in(dialectSettings.replyAfter(), () -> press.publish(reply, kind, rows));
        if (!open.isEmpty() && number < MOST_REPLIES) {
            agenda.in(dialectSettings.replyAfter().multipliedBy(2), () -> answer(name, number + 1, kind, open));
        }
    }

    /** After the caller was told that they are booked. */
    private void takeBackSomeOf(FileKind kind, List<ReplyText.Row> rows) {
        List<String> serials = rows.stream()
                .filter(row -> row.answer() instanceof Answer.Booked)
                .filter(row -> faults.scenarios().strikes(Scenario.REVERSED_LATER, row.serial())
                        || faults.fires(Fault.REVERSED_LATER, kind.transaction()))
                .map(ReplyText.Row::serial)
                .toList();
        if (!serials.isEmpty()) {
            agenda.in(dialectSettings.replyAfter().multipliedBy(3), () -> reversals.takeBack(serials));
        }
    }

    private static boolean isFinal(Answer answer) {
        return answer.isSuccess() || answer instanceof Answer.Refused;
    }
}
