package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import io.tongban.sandbox.province.SimulatorSettings;
import java.util.Set;

/** One province that speaks {@code exchangedb}. Its port is that of the database server, whatever the settings say. */
final class ExchangeDbSimulator implements Simulator {
    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final FrontDatabase front;
    private final Backlog backlog;
    private final Taker taker;

    ExchangeDbSimulator(SimulatorSettings settings) {
        province = settings.province();
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        DialectSettings dialectSettings = new DialectSettings(province);
        front = new FrontDatabase(settings, dialectSettings);
        ExchangeTable table = new ExchangeTable(dialectSettings);
        RequestMapper mapper =
                new RequestMapper(front, ledger, new RequestProcessor(ledger, faults, pause), faults, dialectSettings);
        backlog = new Backlog(front, table, mapper, pause);
        taker = new Taker(front, table, mapper, backlog, pause);
        taker.start();
    }

    @Override
    public String provinceCode() {
        return province.code();
    }

    @Override
    public String endpoint() {
        return front.endpoint();
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

    /** The row is put right from the books after a while. */
    @Override
    public boolean canStayInProcess() {
        return false;
    }

    @Override
    public Set<Fault> knownFaults() {
        return Fault.ofAllDialectsAnd(
                Fault.DUPLICATE_ACKNOWLEDGEMENT, Fault.DUPLICATE_ROW, Fault.ROW_LOCKED, Fault.FLAG_BEFORE_DATA);
    }

    @Override
    public void close() {
        pause.close();
        taker.close();
        backlog.close();
        front.close();
        ledger.close();
    }
}
