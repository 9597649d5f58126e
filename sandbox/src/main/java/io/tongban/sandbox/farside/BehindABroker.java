package io.tongban.sandbox.farside;

import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.queue.QueueRelay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that is fed by a relay from the queues of the simulators' broker. */
final class BehindABroker implements FarSide {
    private final Program program;
    private final QueueRelay relay;

    BehindABroker(SimulatedProvince queues, String interpreter, Path script, Path ledger) throws NotInstalledException {
        program = new Program(interpreter, script, ledger, Map.of());
        relay = new QueueRelay(queues, program.input(), program.output());
    }

    @Override
    public int port() {
        return relay.port();
    }

    @Override
    public Map<String, String> told() {
        return Map.of();
    }

    @Override
    public boolean tellsByFiles() {
        return false;
    }

    @Override
    public List<Booked> booked() throws IOException {
        return program.booked();
    }

    @Override
    public void mistake(List<Mistake> mistakes) throws IOException {
        program.mistake(mistakes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        relay.close();
        program.close();
    }
}
