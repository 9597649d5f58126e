package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The story over the fake alone: no process, no socket, in a moment. */
class FakeStoryTest {
    @Test
    void theWholeStoryHappensInOneJvm() {
        try (FakeWorld world = new FakeWorld()) {
            List<String> lines = new PartnerStory(world, new StoryPapers(2)).tell();

            assertThat(lines).hasSizeGreaterThan(90).noneMatch(line -> line.contains(": was done"));
        }
    }
}
