package io.tongban.sandbox.province.tcp;

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

/** One province that speaks {@code tcp}. */
final class TcpSimulator implements Simulator {
    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final TcpServer server;

    TcpSimulator(SimulatorSettings settings) {
        province = settings.province();
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        DialectSettings dialectSettings = new DialectSettings(province);
        TcpRequestMapper mapper = new TcpRequestMapper(
                new RequestProcessor(ledger, faults, pause), new OperatorKey(province), dialectSettings);
        TcpCall call = new TcpCall(mapper, new ReplySender(faults, pause, dialectSettings), faults, dialectSettings);
        server = new TcpServer(settings.port(), call, pause);
    }

    @Override
    public String provinceCode() {
        return province.code();
    }

    @Override
    public String endpoint() {
        return "tcp://127.0.0.1:" + server.port();
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
                Fault.DUPLICATE_ACKNOWLEDGEMENT, Fault.TEN_PACKETS, Fault.HALF_CHARACTER, Fault.TRAILING_NUL);
    }

    @Override
    public void close() {
        pause.close();
        server.close();
        ledger.close();
    }
}
