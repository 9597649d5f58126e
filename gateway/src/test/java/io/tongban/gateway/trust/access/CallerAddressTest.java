package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
    private final CallerAddress callers = new CallerAddress(Optional.of(List.of("10.0.0.0/8", "2001:db8::/32")), true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 198.51.100.1                        | 192.0.2.1",
                "10.0.0.7  | 198.51.100.1                        | 198.51.100.1",
                "10.0.0.7  | 203.0.113.9, 198.51.100.1           | 198.51.100.1",
                "10.0.0.7  | 203.0.113.9, 198.51.100.1, 10.0.0.8 | 198.51.100.1",
                "10.0.0.7  | 198.51.100.1:4711                   | 198.51.100.1",
                "10.0.0.7  | [2001:db9::1]:4711                  | 2001:db9::1",
                "10.0.0.7  | 2001:db8::1                         | 2001:db8::1",
                "10.0.0.7  | 198.51.100.1, unknown               | 10.0.0.7",
                "10.0.0.7  | 198.51.100.1, proxy.example         | 10.0.0.7",
                "10.0.0.7  | 1.2.3.4.5                           | 10.0.0.7",
                "10.0.0.7  | ,                                   | 10.0.0.7",
            })
    void isTheLastThatATrustedProxySaw(String peer, String field, String caller) throws Exception {
        assertThat(callers.behind(InetAddress.getByName(peer), List.of(field)))
                .isEqualTo(InetAddress.getByName(caller));
    }

    @Test
    void readsSeveralLinesAsOne() throws Exception {
        assertThat(callers.behind(InetAddress.getByName("10.0.0.7"), List.of("203.0.113.9", "198.51.100.1")))
                .isEqualTo(InetAddress.getByName("198.51.100.1"));
        assertThat(callers.behind(InetAddress.getByName("10.0.0.7"), List.of()))
                .isEqualTo(InetAddress.getByName("10.0.0.7"));
    }

    @Test
    void believesNobodyWhereNothingIsConfigured() throws Exception {
        CallerAddress alone = new CallerAddress(Optional.empty(), true);
        CallerAddress off = new CallerAddress(Optional.of(List.of("10.0.0.0/8")), false);
        InetAddress peer = InetAddress.getByName("10.0.0.7");

        assertThat(alone.behind(peer, List.of("198.51.100.1"))).isEqualTo(peer);
        assertThat(off.behind(peer, List.of("198.51.100.1"))).isEqualTo(peer);
    }
}
