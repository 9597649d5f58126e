package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import io.tongban.sandbox.province.SimulatorSettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.Set;

/** One province that speaks {@code queue}. */
final class QueueSimulator implements Simulator {
    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final SharedBroker broker;
    private final LaterReplies later;
    private final QueueWorkers workers;

    QueueSimulator(SimulatorSettings settings) {
        province = settings.province();
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        Queues queues = Queues.of(province);
        DialectSettings dialectSettings = new DialectSettings(province);
        broker = SharedBroker.enter(province, settings.port());
        Connection connection = connect(broker);
        later = new LaterReplies(connection, queues.reply());
        ReplySender replies = new ReplySender(new ReplyWriter(dialectSettings), ledger, faults, later);
        QueueWorker mapper = new QueueWorker(new RequestProcessor(ledger, faults, pause), province, dialectSettings);
        workers = new QueueWorkers(
                connection, queues, new QueueRequestMapper(dialectSettings, mapper, ledger, replies), pause);
        workers.start();
    }

    private static Connection connect(SharedBroker broker) {
        try {
            return broker.connect();
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not let its own simulator in", e);
        }
    }

    @Override
    public String provinceCode() {
        return province.code();
    }

    @Override
    public String endpoint() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    @Override
    public String password() {
        return province.password();
    }

    @Override
    public SimulatorLedger ledger() {
        return ledger;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Set<Fault> knownFaults() {
        return Fault.ofAllDialectsAnd(
                Fault.DUPLICATE_ACKNOWLEDGEMENT,
                Fault.OUT_OF_ORDER,
                Fault.LATE_REPLY,
                Fault.REVERSED_LATER,
                Fault.POISON_MESSAGE,
                Fault.UNKNOWN_SERIAL);
    }

    @Override
    public void close() {
        pause.close();
        later.close();
        workers.close();
        broker.leave(province);
        ledger.close();
    }
}
