package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Desk;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import io.tongban.sandbox.province.SimulatorSettings;

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
        front = new FrontDatabase(settings);
        Clerk clerk = new Clerk(front, ledger, new Desk(ledger, faults, pause), faults, new BusinessReader(province));
        backlog = new Backlog(front, clerk, pause);
        taker = new Taker(front, clerk, backlog, pause);
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

    @Override
    public void close() {
        pause.close();
        taker.close();
        backlog.close();
        front.close();
        ledger.close();
    }
}
