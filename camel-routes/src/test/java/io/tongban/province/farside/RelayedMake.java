package io.tongban.province.farside;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A far side in another language behind a broker that its language has no client for: each message is a line on its
 * standard input, each line of its standard output a message. The relay looks into none of them.
 */
public final class RelayedMake implements AutoCloseable {
    private final ActiveMQConnectionFactory factory;
    private final JMSContext requests;
    private final JMSContext replies;
    private final Process process;

    /** @throws AssertionError if the interpreter is not installed: a test that is left out would be seen by nobody */
    public RelayedMake(
            TestBroker broker,
            String interpreter,
            Path script,
            String requestQueue,
            String replyQueue,
            Map<String, String> environment) {
        process = OtherMake.started(interpreter, script, environment);
        factory = new ActiveMQConnectionFactory(broker.endpoint());
        requests = factory.createContext(TestBroker.USER, TestBroker.PASSWORD);
        replies = factory.createContext(TestBroker.USER, TestBroker.PASSWORD);
        thread("to-" + script, () -> feed(requests.createConsumer(requests.createQueue(requestQueue))));
        thread("from-" + script, () -> drain(replyQueue));
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void feed(JMSConsumer consumer) {
        try {
            OutputStream lines = process.getOutputStream();
            while (consumer.receive() instanceof TextMessage request) {
                String text =
                        Base64.getEncoder().encodeToString(request.getText().getBytes(StandardCharsets.UTF_8));
                lines.write((request.getJMSCorrelationID() + " " + text + "\n").getBytes(StandardCharsets.US_ASCII));
                lines.flush();
            }
        } catch (Exception e) {
            // The far side has gone; what the near side makes of that is for the test to see.
        }
    }

    private void drain(String replyQueue) {
        try {
            process.inputReader(StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ");
                replies.createProducer()
                        .setJMSCorrelationID(words[0])
                        .send(
                                replies.createQueue(replyQueue),
                                new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8));
            });
        } catch (JMSRuntimeException | UncheckedIOException e) {
            // The broker or the far side has gone, and with it the test.
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        OtherMake.end(process);
        replies.close();
        factory.close();
    }
}
