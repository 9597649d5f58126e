package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackOptionsTest {
    private final List<String> told = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void starting(String server) {}

        @Override
        public void ready(String server, String address, Duration after) {}

        @Override
        public void portTaken(String server, int preferred, int instead) {
            told.add(server + " " + preferred + " " + instead);
        }
    };

    @Test
    void aPersonIsToldOfAnotherPortWhenTheUsualOneIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = StackOptions.interactive().port("gateway", taken.getLocalPort(), progress);

            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(told).containsExactly("gateway " + taken.getLocalPort() + " " + port);
        }
    }

    @Test
    void aPersonFindsTheUsualPortAgain() throws IOException {
        int usual = FreePort.any();

        assertThat(StackOptions.interactive().port("gateway", usual, progress)).isEqualTo(usual);
        assertThat(told).isEmpty();
    }

    @Test
    void aTestTakesAnyPort() throws IOException {
        int usual = FreePort.any();

        assertThat(StackOptions.forTests().port("gateway", usual, progress)).isNotEqualTo(usual);
        assertThat(told).isEmpty();
    }
}
