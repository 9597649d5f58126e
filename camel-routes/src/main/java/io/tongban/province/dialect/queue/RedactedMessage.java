package io.tongban.province.dialect.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A message whose text form says nothing. Artemis' own lists the properties, in which a far side may write what it
 * likes, and Spring and Camel write that to their logs.
 */
final class RedactedMessage {
    private RedactedMessage() {}

    static Message of(Message message) {
        Class<?> role = message instanceof TextMessage
                ? TextMessage.class
                : message instanceof BytesMessage ? BytesMessage.class : Message.class;
        return (Message) Proxy.newProxyInstance(
                RedactedMessage.class.getClassLoader(),
                new Class<?>[] {role},
                (proxy, method, arguments) -> answer(message, method, arguments));
    }

    private static Object answer(Message message, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("toString")) {
            return "Message[…]";
        }
        try {
            return method.invoke(message, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
