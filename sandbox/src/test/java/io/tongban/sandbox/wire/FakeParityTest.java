package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's fake says what the gateway says, to the field: one story is told in both worlds. */
@ExtendWith(RunningSandbox.class)
class FakeParityTest {
    private static final StoryPapers PAPERS = new StoryPapers(1);

    private final TestSandbox sandbox;

    FakeParityTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void theFakeTellsTheStoryThatTheGatewayTells(@TempDir Path folder) throws Exception {
        Path authority = Files.writeString(
                folder.resolve("ca.pem"), sandbox.stack().authority().pem());
        List<String> gateway;
        try (GatewayWorld world = new GatewayWorld(sandbox, authority)) {
            gateway = new PartnerStory(world, PAPERS).tell();
        }
        List<String> fake;
        try (FakeWorld world = new FakeWorld()) {
            fake = new PartnerStory(world, PAPERS).tell();
        }

        assertThat(gateway).noneMatch(line -> line.contains(": was done"));
        assertThat(fake).containsExactlyElementsOf(gateway);
    }
}
