package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
    })
    void containsWhatBeginsWithItsBits(String range, String address, boolean contained) throws UnknownHostException {
        assertThat(AddressRange.read(range).orElseThrow().contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @Test
    void looksUpNoNames() {
        assertThat(AddressRange.read("proxy.example")).isEmpty();
    }

    @Test
    void saysWhatIsNoAddress() {
        assertThatThrownBy(() -> AddressRange.read("10.0.0.0/x")).hasMessageContaining("10.0.0.0/x");
    }

    @Test
    void takesANetworkOfIpv6ForOneCaller() throws UnknownHostException {
        assertThat(AddressRange.whole(InetAddress.getByName("2001:db8::1")))
                .isEqualTo(AddressRange.whole(InetAddress.getByName("2001:db8::ffff:1")))
                .isNotEqualTo(AddressRange.whole(InetAddress.getByName("2001:db8:0:1::1")));
        assertThat(AddressRange.whole(InetAddress.getByName("192.0.2.1")))
                .isNotEqualTo(AddressRange.whole(InetAddress.getByName("192.0.2.2")));
    }
}
