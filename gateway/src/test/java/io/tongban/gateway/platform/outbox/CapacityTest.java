package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private final Capacity capacity = new Capacity(Map.of("a", new LaneBounds(2, 3), "b", new LaneBounds(1, 1)));

    @Test
    void boundsEachLaneAndItsGroup() {
        assertThat(capacity.takeAll("a:1", 9)).isEqualTo(2);
        assertThat(capacity.takeAll("a:1", 9)).isZero();
        assertThat(capacity.takeAll("a:2", 9)).isEqualTo(1);
        assertThat(capacity.takeAll("a:3", 9)).isZero();
        assertThat(capacity.takeAll("b:1", 9)).isEqualTo(1);
    }

    @Test
    void takesNoMoreThanAreWantedNow() {
        assertThat(capacity.takeAll("a:1", 0)).isZero();
        assertThat(capacity.takeAll("a:1", 1)).isEqualTo(1);
        assertThat(capacity.takeAll("a:1", 1)).isZero();
        assertThat(capacity.takeAll("a:1", 9)).isEqualTo(1);
    }

    @Test
    void doesNotNameALaneThatIsLeftAlone() {
        capacity.takeAll("a:1", 1);
        capacity.giveBack("a:1", 0);
        capacity.takeAll("a:1", 0);
        assertThat(capacity.release("a:1")).isEmpty();
    }

    @Test
    void hasNoPlaceForAGroupThatNoOneServes() {
        assertThat(capacity.takeAll("c:1", 9)).isZero();
    }

    @Test
    void namesTheLaneAgainThatWasLeftWithWork() {
        capacity.takeAll("a:1", 9);
        assertThat(capacity.release("a:1")).containsExactly("a:1");
        assertThat(capacity.takeAll("a:1", 9)).isEqualTo(1);
    }

    @Test
    void doesNotNameALaneThatHadNoMoreWork() {
        capacity.takeAll("a:1", 9);
        capacity.giveBack("a:1", 1);
        assertThat(capacity.release("a:1")).isEmpty();
    }

    @Test
    void namesAllLanesThatWaitedForTheirGroup() {
        capacity.takeAll("a:1", 9);
        capacity.takeAll("a:2", 9);
        capacity.takeAll("a:3", 9);
        assertThat(capacity.release("a:2")).contains("a:3");
    }
}
