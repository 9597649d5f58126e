package io.tongban.sandbox.province.soap;

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

/** One province that speaks {@code soap}. */
final class SoapSimulator implements Simulator {
    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final SoapServer server;

    SoapSimulator(SimulatorSettings settings) {
        province = settings.province();
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        SignIns signIns = new SignIns(province, settings.clock());
        DialectSettings dialectSettings = new DialectSettings(province, settings.clock());
        SoapRequestMapper mapper = new SoapRequestMapper(
                new RequestProcessor(ledger, faults, pause), signIns, faults, dialectSettings.codes());
        server = new SoapServer(
                province.path(), settings.port(), new SiServiceEndpoint(mapper, faults, pause, dialectSettings));
    }

    @Override
    public String provinceCode() {
        return province.code();
    }

    @Override
    public String endpoint() {
        return "http://127.0.0.1:" + server.port() + province.path();
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
                Fault.DUPLICATE_ACKNOWLEDGEMENT, Fault.GBK_DECLARED_IN_UTF8, Fault.SIGN_IN_EXPIRED);
    }

    @Override
    public void close() {
        pause.close();
        server.close();
        ledger.close();
    }
}
