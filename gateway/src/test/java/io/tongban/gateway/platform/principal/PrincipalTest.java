package io.tongban.gateway.platform.principal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrincipalTest {
    @Test
    void peopleOfOneBankShareItsDataAndNoDeed() {
        Principal one = new Principal.Operator("village-bank", "0017");
        Principal other = new Principal.Operator("village-bank", "0018");
        Principal program = new Principal.Program("village-bank");

        assertThat(one.tenant()).isEqualTo(other.tenant()).isEqualTo(program.tenant());
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.kind().word()).isEqualTo("operator");
        assertThat(program.kind().word()).isEqualTo("program");
    }

    @Test
    void noTwoBanksHaveAnOperatorInCommon() {
        assertThat(new Principal.Operator("bank", "a/17").id())
                .isEqualTo("bank/a/17")
                .isNotEqualTo(new Principal.Operator("bank-a", "17").id());
    }

    @Test
    void theGatewayActsForNobody() {
        assertThat(Actor.gateway()).isNotInstanceOf(Principal.class).isSameAs(Actor.gateway());
        assertThat(Actor.gateway().kind().word()).isEqualTo("gateway");
        assertThat(new Actor.Province("44")).isNotInstanceOf(Principal.class);
    }
}
