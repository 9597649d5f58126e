package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.testing.House;
import org.junit.jupiter.api.Test;

/** What a correction leaves behind, in whichever order the province answers. */
class ChangeOutcomesTest {
    private final House house = new House();
    private final ChangeFixture meitu = ChangeFixture.of(house, MEITU, 1);

    @Test
    void anOlderCorrectionThatIsSettledLaterTakesNoNewerNameAway() {
        String older = meitu.corrected("c-1", "李秀瑛", "13900000018");
        String newer = meitu.corrected("c-2", "李琇瑛", null);

        meitu.settle(newer, ChangeFixture.yes());
        meitu.settle(older, ChangeFixture.yes());

        assertThat(meitu.knownAs()).containsExactly("李琇瑛", "13900000018");
        assertThat(nameOfWorker()).isEqualTo("李琇瑛");
    }

    @Test
    void aNewerCorrectionThatWasRefusedTakesNothing() {
        String older = meitu.corrected("c-1", "李秀瑛", null);
        String newer = meitu.corrected("c-2", "李琇瑛", null);

        meitu.settle(newer, ChangeFixture.no());
        meitu.settle(older, ChangeFixture.yes());

        assertThat(meitu.knownAs()).first().isEqualTo("李秀瑛");
        assertThat(nameOfWorker()).isEqualTo("李秀瑛");
    }

    private String nameOfWorker() {
        byte[] sealed = house.jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM worker WHERE id = :id")
                .bind("id", meitu.workerId())
                .mapTo(byte[].class)
                .one());
        return house.get(Pii.class).decrypt(PiiPurpose.NAME, sealed);
    }
}
