package io.tongban.province.dialect.queue;

import io.tongban.province.profile.ProvinceProfile;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;

/** The three queues of one province, as Camel endpoints. The names were checked when the profile was read. */
final class QueueEndpoints {
    private static final String ONE_WAY = "&disableReplyTo=true&lazyCreateTransactionManager=false";

    private final ProvinceProfile profile;
    private final String id;
    private final Broker broker;

    QueueEndpoints(ProvinceProfile profile, String id, Broker broker) {
        this.profile = profile;
        this.id = id;
        this.broker = broker;
    }

    /** Persistent, and on the broker's disk when the call returns. */
    Endpoint requests(CamelContext context) {
        context.getRegistry().bind(id + "-requests", broker.requests());
        return context.getEndpoint("jms:queue:" + option(QueueDialect.REQUEST_QUEUE) + "?connectionFactory=#" + id
                + "-requests&deliveryPersistent=true" + ONE_WAY);
    }

    /**
     * Read in a transacted session, by two readers, so that one that waits for the store does not hold up all. A broker
     * that is down stops nothing; it is looked for again and again.
     *
     * @param closing called when the reading ends
     */
    Endpoint replies(CamelContext context, Runnable closing) {
        MessageListenerContainerFactory readers =
                endpoint -> new ReplyListenerContainer(endpoint, profile.code().value(), broker.isArtemis(), closing);
        context.getRegistry().bind(id + "-connection", broker.replies());
        context.getRegistry().bind(id + "-readers", readers);
        return context.getEndpoint("jms:queue:" + option(QueueDialect.REPLY_QUEUE)
                + "?consumerType=Custom&messageListenerContainerFactory=#" + id + "-readers"
                + "&concurrentConsumers=2&asyncStartListener=true&recoveryInterval=1000&receiveTimeout=300"
                + "&mapJmsMessage=false&acceptMessagesWhileStopping=true&errorHandlerLoggingLevel=OFF&errorHandlerLogStackTrace=false"
                + transacted());
    }

    /** In the session of the reply that is put aside, so that it is there when the reply is gone. */
    Endpoint aside(CamelContext context) {
        String aside = option(QueueDialect.ASIDE_QUEUE);
        String queue = aside.isEmpty() ? option(QueueDialect.REPLY_QUEUE) + ".ASIDE" : aside;
        return context.getEndpoint("jms:queue:" + queue + "?deliveryPersistent=true" + transacted());
    }

    private String transacted() {
        return "&connectionFactory=#" + id + "-connection&transacted=true" + ONE_WAY;
    }

    private String option(String name) {
        return profile.options().text(name);
    }
}
