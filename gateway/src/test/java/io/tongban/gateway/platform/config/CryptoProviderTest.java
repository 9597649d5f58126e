package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CryptoProviderTest {
    @AfterAll
    static void removeItForOtherTests() {
        Security.removeProvider("AmazonCorrettoCryptoProvider");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void signsWithCorrettoWhereItShips() {
        CryptoProvider.install();
        assertThat(CryptoProvider.inForce()).isEqualTo("AmazonCorrettoCryptoProvider");
    }
}
