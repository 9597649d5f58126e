package io.tongban.sandbox.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A class of wire tests that runs once over each {@link Transport}, against the one running sandbox. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OverEachTransport.Each.class)
@interface OverEachTransport {
    /** Fewer, where what is tested is none of the others'. */
    Transport[] value() default {Transport.HTTP_1_1_CLEAR, Transport.HTTP_1_1_TLS, Transport.HTTP_2_TLS};

    /** Hands out the sandbox by one transport after the other. */
    final class Each implements ClassTemplateInvocationContextProvider {
        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
                ExtensionContext context) {
            return Arrays.stream(context.getRequiredTestClass()
                            .getAnnotation(OverEachTransport.class)
                            .value())
                    .map(Each::over);
        }

        private static ClassTemplateInvocationContext over(Transport transport) {
            return new ClassTemplateInvocationContext() {
                @Override
                public String getDisplayName(int invocation) {
                    return transport.name();
                }

                @Override
                public List<Extension> getAdditionalExtensions() {
                    return List.of(new RunningSandbox(transport));
                }
            };
        }
    }
}
