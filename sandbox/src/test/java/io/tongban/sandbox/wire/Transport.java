package io.tongban.sandbox.wire;

import io.tongban.sandbox.launcher.SandboxStack;
import java.net.URI;

/** The ways in which partners come: whatever holds over one holds over all. */
enum Transport {
    HTTP_1_1_CLEAR {
        @Override
        URI gateway(SandboxStack stack) {
            return stack.gateway();
        }

        @Override
        Carrier carrier(SandboxStack stack) {
            return RestAssuredCarrier.clear();
        }
    },
    HTTP_1_1_TLS {
        @Override
        URI gateway(SandboxStack stack) {
            return stack.httpsGateway();
        }

        @Override
        Carrier carrier(SandboxStack stack) {
            return RestAssuredCarrier.over(stack.authority().clientContext());
        }
    },
    HTTP_2_TLS {
        @Override
        URI gateway(SandboxStack stack) {
            return stack.httpsGateway();
        }

        @Override
        Carrier carrier(SandboxStack stack) {
            return new Http2Carrier(stack.authority().clientContext());
        }
    };

    /** Where requests go over it, and what they sign. */
    abstract URI gateway(SandboxStack stack);

    abstract Carrier carrier(SandboxStack stack);

    /** Carries a call as it is, and the answer as it came. */
    @FunctionalInterface
    interface Carrier {
        Answer carry(Call call);
    }
}
