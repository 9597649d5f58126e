package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import io.tongban.sandbox.province.SimulatorSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One province that speaks {@code file}. */
final class FileSimulator implements Simulator {
    private static final Logger LOG = LoggerFactory.getLogger(FileSimulator.class);
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final Duration IDLE = Duration.ofMillis(300);

    private final SimulatedProvince province;
    private final Ledger ledger;
    private final Faults faults;
    private final Pause pause = new Pause();
    private final ExchangeFolder folder;
    private final SftpHost host;
    private final RequestMapper mapper;
    private final DayPress days;
    private final Thread worker;

    FileSimulator(SimulatorSettings settings) {
        province = settings.province();
        faults = new Faults(settings.seed());
        ledger = new Ledger(settings);
        folder = new ExchangeFolder(province.path());
        DialectSettings dialectSettings = new DialectSettings(province);
        mapper = new RequestMapper(folder, dialectSettings, ledger, faults, pause, settings.clock());
        days = new DayPress(
                folder, dialectSettings, new DayBook(ledger, faults), province.operator(), settings.clock());
        host = new SftpHost(province.operator(), province.password(), folder.root(), settings.port());
        worker = new Thread(this::work, "file-worker-" + province.code());
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        while (!pause.isClosing()) {
            Duration next = IDLE;
            try {
                next = mapper.round() ? BUSY : IDLE;
                days.round();
            } catch (IOException | RuntimeException e) {
                LOG.warn("files were not worked off: {}", e.getClass().getSimpleName());
            }
            pause.of(next);
        }
    }

    @Override
    public String provinceCode() {
        return province.code();
    }

    @Override
    public String endpoint() {
        return "sftp://127.0.0.1:" + host.port() + province.path();
    }

    @Override
    public String password() {
        return province.password();
    }

    @Override
    public Map<String, String> moreProperties() {
        return Map.of("host-key", host.fingerprint(), "cut-every", "2s", "look-every", "2s");
    }

    @Override
    public SimulatorLedger ledger() {
        return ledger;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    /** The next reply file says what is in the books. */
    @Override
    public boolean canStayInProcess() {
        return false;
    }

    @Override
    public Set<Fault> knownFaults() {
        return Fault.ofAllDialectsAnd(
                Fault.HALF_CHARACTER,
                Fault.OK_BEFORE_DATA,
                Fault.PARTIAL_REPLY,
                Fault.REPLY_TWICE,
                Fault.WRONG_TOTAL,
                Fault.NO_LAST_NEWLINE,
                Fault.DELIMITER_IN_MESSAGE,
                Fault.HALF_A_BATCH,
                Fault.UNKNOWN_SERIAL,
                Fault.REVERSED_LATER);
    }

    @Override
    public void close() {
        pause.close();
        host.close();
        try {
            // Lets a row that is just being booked finish, before its ledger is closed under it.
            worker.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
        folder.close();
    }
}
