package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CausesTest {
    private final EOFException deepest = new EOFException();
    private final IOException middle = new IOException(deepest);
    private final IllegalStateException failure = new IllegalStateException(middle);

    @Test
    void areTheFailureAndWhateverIsBehindItInThisOrder() {
        assertThat(Causes.of(failure)).containsExactly(failure, middle, deepest);
        assertThat(Causes.of(deepest)).containsExactly(deepest);
    }

    @Test
    void tellTheFirstOfAKind() {
        assertThat(Causes.first(failure, IllegalStateException.class)).containsSame(failure);
        assertThat(Causes.first(failure, IOException.class)).containsSame(middle);
        assertThat(Causes.first(failure, EOFException.class)).containsSame(deepest);
        assertThat(Causes.first(failure, InterruptedException.class)).isEmpty();
    }

    @Test
    @Timeout(60)
    void endWhereAChainLeadsBackIntoItself() {
        deepest.initCause(failure);

        assertThat(Causes.of(failure)).hasSize(20).startsWith(failure, middle, deepest, failure);
        assertThat(Causes.first(failure, InterruptedException.class)).isEmpty();
    }

    @Test
    void areNoMoreThanTwentyHoweverDeepAChainIs() {
        List<Throwable> chain = new ArrayList<>(List.of(deepest));
        for (int depth = 0; depth < 30; depth++) {
            chain.add(0, new IOException(chain.get(0)));
        }

        assertThat(Causes.of(chain.get(0))).isEqualTo(chain.subList(0, 20));
    }
}
