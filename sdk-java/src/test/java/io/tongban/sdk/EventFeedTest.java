package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.webhook.EventPage;
import io.tongban.sdk.farside.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final Reply EMPTY = Reply.of(200, new EventPage(List.of(), "AAAB"));
    private static final Reply FULL =
            Reply.raw(200, "{\"items\":[{\"id\":\"evt_1\",\"type\":\"worker.enrolled\"}],\"nextCursor\":\"AAAB\"}");

    private final Scene scene = new Scene();
    private final EventFeed events = scene.client().events();

    @AfterEach
    void close() {
        scene.close();
    }

    /** As a gateway answers that holds another call of this partner already. */
    @Test
    void pausesWhereAnEmptyAnswerComesEarlySoThatALoopDoesNotSpin() {
        scene.gateway().answer(EMPTY);

        String cursor = "AAAA";
        for (int i = 0; i < 3; i++) {
            cursor = events.after(cursor, Duration.ofSeconds(10)).nextCursor();
        }

        assertThat(scene.gateway().received()).hasSize(3);
        assertThat(scene.sleeper()).containsOnly(Duration.ofSeconds(1)).hasSize(3);
    }

    @Test
    void givesEventsOutAtOnceAndDoesNotPauseForWhoDoesNotWant() {
        scene.gateway().answer(FULL, EMPTY);

        assertThat(events.after("AAAA", Duration.ofSeconds(10)).items()).hasSize(1);
        assertThat(events.after("AAAB", Duration.ZERO).items()).isEmpty();

        assertThat(scene.sleeper()).isEmpty();
    }
}
