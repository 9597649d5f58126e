package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import io.tongban.sandbox.province.SimulatorSettings;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;

/** One province that speaks {@code rest}. */
final class RestSimulator implements Simulator {
    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final Keys keys;
    private final RestServer server;

    RestSimulator(SimulatorSettings settings) {
        province = settings.province();
        keys = Keys.of(province);
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        ProvinceClock clock = new ProvinceClock(settings.clock());
        SignIns signIns = new SignIns(clock);
        RestRequestMapper mapper = new RestRequestMapper(
                new RequestProcessor(ledger, faults, pause), signIns, Charset.forName(province.charset()));
        RestCall call =
                new RestCall(province, new DialectSettings(province), keys, clock, signIns, mapper, faults, pause);
        server = new RestServer(settings.port(), call);
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
    public Map<String, String> moreProperties() {
        return keys.forCaller();
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
        return Fault.ofAllDialectsAnd(Fault.SIGN_IN_EXPIRED, Fault.CLOCK_SKEW, Fault.TOO_MANY_REQUESTS, Fault.NEW_KEY);
    }

    @Override
    public void close() {
        pause.close();
        server.close();
        ledger.close();
    }
}
