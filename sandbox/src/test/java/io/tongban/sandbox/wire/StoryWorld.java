package io.tongban.sandbox.wire;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** Where a {@link PartnerStory} happens: over the packaged gateway, or over the SDK's fake. */
interface StoryWorld extends AutoCloseable {
    Tongban partner();

    /** Of another platform. */
    Tongban other();

    /** The partner again, with a token that is good for reading contributions alone. */
    Tongban reader();

    Tongban agency();

    /** What the province will say to the withholding of this reference; where the province decides for itself, nothing. */
    void provinceWillRefuse(String reference, ProblemType why);

    /** The province books the withholding of this reference, and its answer is lost. */
    void provinceWillNotAnswer(String reference);

    /** An address of the partner's that takes webhook calls. */
    URI webhookUrl();

    /** The events of these that arrived there, each verified; waits until there are so many. */
    List<WebhookEvent> events(int atLeast, Predicate<WebhookEvent> which);

    @Override
    void close();
}
