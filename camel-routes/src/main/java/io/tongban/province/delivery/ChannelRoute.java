package io.tongban.province.delivery;

import io.tongban.province.dialect.Dialect;
import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/**
 * The Camel route of a lane.
 *
 * @param parts ids of all routes that it is made of
 */
record ChannelRoute(String id, List<String> parts, Dialect dialect, ProducerTemplate template, Endpoint entry) {
    /** On the caller's thread. */
    Exchange send(Object body) {
        return template.send(
                entry, ExchangePattern.InOut, sent -> sent.getMessage().setBody(body));
    }
}
